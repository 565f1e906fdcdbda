package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditMovement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The append-only ledger of resellers' credits, with a running balance for each account that is
 * always the sum of its entries and never negative. All methods need an open unit of work.
 */
public interface CreditLedger {
  /**
   * Moves credits in the order given, and locks the accounts until the unit of work ends. All that
   * is to be moved of one account is moved, or nothing of it where its balance does not allow that.
   *
   * @param movements whose ids differ
   * @return the entries of what was moved, in any order; also of each movement whose id was posted
   *     before, which is not moved again
   * @throws DomainException {@code CREDIT_KEY_REUSED} where an id was posted with another account,
   *     kind, amount or client
   */
  List<CreditEntry> post(List<CreditMovement> movements);

  /** Finds what was posted by any of some ids, in any order. */
  List<CreditEntry> find(Collection<CreditEntryId> ids);

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
