package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditMovement;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The append-only ledger of resellers' credits, with a running balance for each account that is
 * always the sum of its entries and never negative. All methods need an open unit of work.
 */
public interface CreditLedger {
  /**
   * Moves credits, and locks the account until the unit of work ends.
   *
   * @return the entry; empty where the balance does not allow it, and then nothing is changed. Of a
   *     movement whose id was posted before it returns that entry and moves nothing.
   * @throws DomainException {@code CREDIT_KEY_REUSED} where its id was posted with another account,
   *     kind, amount or client
   */
  Optional<CreditEntry> post(CreditMovement movement);

  /** Finds what was posted by an id. */
  Optional<CreditEntry> find(CreditEntryId id);

  /** Returns what is there; nothing was ever moved where it is zero without entries. */
  long balance(UserId account);

  /** Lists the entries of an account between two moments, the newest first. */
  Page<CreditEntry> list(
      UserId account, Optional<Instant> from, Optional<Instant> to, PageRequest page);

  /** Hands out the same entries one by one, without holding them all. */
  void forEach(
      UserId account,
      Optional<Instant> from,
      Optional<Instant> to,
      Consumer<? super CreditEntry> each);
}
