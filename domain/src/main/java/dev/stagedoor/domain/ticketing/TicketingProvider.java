package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.domain.ticketing.port.TicketSetup;
import java.util.Optional;

/**
 * One ticketing system.
 *
 * @param setup where organisers who come from here set their sale up; empty where the system lets
 *     in nobody but its own users
 */
public record TicketingProvider(ProviderId id, TicketCatalog catalog, Optional<TicketSetup> setup) {
  /** Makes one that lets in nobody but its own users. */
  public TicketingProvider(ProviderId id, TicketCatalog catalog) {
    this(id, catalog, Optional.empty());
  }
}
