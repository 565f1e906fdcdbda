package dev.stagedoor.domain.party.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps watch parties. All methods need an open unit of work. */
public interface PartyRepository {
  Optional<Party> find(PartyId id);

  /** Finds and locks a party until the unit of work ends: whoever has it is its one writer. */
  Optional<Party> lock(PartyId id);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Party party);

  /** Returns the parties that somebody hosts and that have not ended, the oldest first. */
  List<PartyId> runningOf(UserId host);

  /** Removes, with all that belongs to them, the parties that ended before a time; how many. */
  int purge(Instant endedBefore);
}
