package dev.stagedoor.domain.ticketing.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import java.util.List;
import java.util.Optional;

/** Keeps what people connected at ticketing systems. All methods need an open unit of work. */
public interface TicketingConnectionRepository {
  Optional<TicketingConnection> find(ConnectionId id);

  /** Returns what somebody connected, in the order of the systems' names. */
  List<TicketingConnection> of(UserId owner);

  /**
   * Inserts a connection and returns it; where its owner has one at that system already, that one
   * is signed by the new secret from now on and returned. Of concurrent calls one connection comes
   * to be.
   */
  TicketingConnection put(TicketingConnection connection);

  /** Removes one; does nothing when there is none. What follows it follows the operator's again. */
  void remove(ConnectionId id);
}
