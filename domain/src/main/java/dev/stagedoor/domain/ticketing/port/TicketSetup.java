package dev.stagedoor.domain.ticketing.port;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import java.net.URI;
import java.util.Optional;

/** Lets organisers in at a ticketing system who are signed in here. */
public interface TicketSetup {
  /**
   * Returns where a browser goes to set a sale up. Calls nobody.
   *
   * @param token what the system exchanges, once, for who the organiser is
   * @param event what the tickets are for, where that is known already
   */
  URI entrance(Secret token, Optional<TicketedEventId> event);
}
