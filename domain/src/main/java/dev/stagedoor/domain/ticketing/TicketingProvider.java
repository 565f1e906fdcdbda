package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;

/** One ticketing system. */
public record TicketingProvider(ProviderId id, TicketCatalog catalog) {}
