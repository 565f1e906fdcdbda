package dev.stagedoor.domain.party.port;

import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows which connections to members of parties are open on which server, so that others notice
 * when a server dies. All methods need an open unit of work.
 */
public interface PartyConnections {
  /**
   * Notes that a connection is open; one that is known is for this party from now on. A server that
   * was never heard of is heard of now.
   */
  void open(PartyConnection connection, Instant now);

  /** Notes that a connection is closed; one that is not known is no failure. */
  void close(UUID connection);

  /** Returns the connections of a party. */
  List<PartyConnection> of(PartyId party);

  /** Notes that a server is alive, and returns when it was heard of before that. */
  Optional<Instant> alive(UUID instance, Instant now);

  /**
   * Returns the connections of servers that were not heard of since a time, and forgets such
   * servers that have none.
   */
  List<PartyConnection> lost(Instant before);
}
