package dev.stagedoor.domain.ticketing.port;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import java.util.Optional;

/** Looks up what a ticketing system sells. */
public interface TicketCatalog {
  /**
   * Returns the event and how its sale stands; empty when the system has none, or shows it to
   * nobody. Reads only. A sale that is over is {@code INACTIVE}, whatever else is said of it.
   *
   * @throws ProviderException when the system cannot be asked, and {@code UNREADABLE} when it says
   *     of the sale what nobody here knows
   */
  Optional<TicketOffer> find(ProviderRef event);

  /** Returns where tickets for an event are sold, whether or not it exists. Calls nobody. */
  TicketEmbed embed(ProviderRef event);
}
