package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Instant;
import java.util.Optional;

/**
 * Credits to be moved: what becomes an {@link CreditEntry} where the balance allows it.
 *
 * @param amount what is to be added; negative where it is to be taken away, zero only where a month
 *     of a client costs nothing
 */
public record CreditMovement(
    CreditEntryId id,
    UserId account,
    CreditKind kind,
    long amount,
    String description,
    Optional<ClientId> client,
    Optional<UserId> actor,
    Instant at) {
  /** What one movement may move, and an account may hold. */
  public static final long MOST = 1_000_000_000_000L;

  public static final int MAX_DESCRIPTION = 300;

  /**
   * @throws DomainException {@code INVALID_VALUE}
   */
  public CreditMovement {
    description = description.strip();
    if ((amount == 0 && !kind.isForAClient()) || amount > MOST || amount < -MOST) {
      throw DomainException.invalid(Fault.outside("amount", 1, MOST));
    }
    if (description.length() > MAX_DESCRIPTION) {
      throw DomainException.invalid(Fault.longerThan("description", MAX_DESCRIPTION));
    }
  }
}
