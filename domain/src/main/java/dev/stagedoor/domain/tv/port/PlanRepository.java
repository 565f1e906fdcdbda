package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import java.util.List;
import java.util.Optional;

/** Keeps plans. All methods need an open unit of work. */
public interface PlanRepository {
  Optional<Plan> find(PlanId id);

  /** Finds a plan by the provider's price: the one that is offered, else the newest of old ones. */
  Optional<Plan> findByPrice(String priceId);

  /** Lists every plan, the cheapest first. */
  List<Plan> all();

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile, {@code PRICE_TAKEN} when another one that is offered has its price
   */
  void save(Plan plan);
}
