package dev.stagedoor.domain.liveselling.port;

import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ShowId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps claims. All methods need an open unit of work; claims are changed only while their item is
 * locked.
 */
public interface ClaimRepository {
  Optional<Claim> find(ClaimId id);

  /** Returns the open claims of an item written at that time or later, in the order of the line. */
  List<Claim> openFrom(ItemId item, Instant postedAt);

  /** Returns all open claims of an item, in the order of the line. */
  List<Claim> open(ItemId item);

  /** Returns the claims of a buyer that are open or billed, in no order. */
  List<Claim> ofBuyer(ShowId show, String buyer);

  /** Inserts or updates all of them. */
  void save(Collection<Claim> claims);
}
