package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Instant;
import java.util.Optional;

/**
 * One movement of credits. Entries are added and never changed; each says what was there after it.
 *
 * @param number counts the entries of one account from 1, without gaps
 * @param amount what was added; negative where it was taken away, zero where a month cost nothing
 * @param balance what was there afterwards; never negative
 * @param client whom it was spent on
 * @param actor who moved them; empty for the system
 */
public record CreditEntry(
    CreditEntryId id,
    UserId account,
    long number,
    CreditKind kind,
    long amount,
    long balance,
    String description,
    Optional<ClientId> client,
    Optional<UserId> actor,
    Instant at) {
  /**
   * Refuses a movement that has the id of this entry and is another one.
   *
   * @throws DomainException {@code CREDIT_KEY_REUSED}
   */
  public void mustBeOf(CreditMovement movement) {
    mustBe(movement.amount());
    if (!account.equals(movement.account())
        || kind != movement.kind()
        || !client.equals(movement.client())) {
      throw reused();
    }
  }

  /**
   * Refuses what moves another amount, though it has the id of this entry.
   *
   * @throws DomainException {@code CREDIT_KEY_REUSED}
   */
  public void mustBe(long wanted) {
    if (amount != wanted) {
      throw reused();
    }
  }

  private static DomainException reused() {
    return new DomainException(TvError.CREDIT_KEY_REUSED);
  }
}
