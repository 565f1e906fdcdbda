package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import java.util.Optional;

/** Keeps purchases. All methods need an open unit of work. */
public interface PurchaseRepository {
  Optional<Purchase> find(PurchaseId id);

  /** Finds and locks a purchase until the unit of work ends. */
  Optional<Purchase> lock(PurchaseId id);

  /**
   * Locks the student's open purchase of a course until the unit of work ends; where there is none,
   * {@code wanted} is stored first. Of concurrent calls for one pair exactly one comes to be.
   */
  Purchase lockOpen(Purchase wanted);

  /**
   * Updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Purchase purchase);
}
