package dev.stagedoor.domain.ticketing.port;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import java.util.Optional;

/** Looks up what a ticketing system sells. */
public interface TicketCatalog {
  /**
   * Returns the event and how its sale stands; empty when the system has none. Reads only.
   *
   * @throws ProviderException when the system cannot be asked
   */
  Optional<TicketOffer> find(ProviderRef event);

  /** Returns where tickets for an event are sold, whether or not it exists. Calls nobody. */
  TicketEmbed embed(ProviderRef event);
}
