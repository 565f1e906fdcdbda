package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.Optional;

/** An event as the ticketing system describes it. */
public record TicketOffer(
    ProviderRef event,
    String title,
    SaleStatus status,
    Optional<Instant> startsAt,
    Optional<Instant> endsAt,
    TicketEmbed embed) {}
