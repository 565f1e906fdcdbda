package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a ticketing system tells unasked. */
public sealed interface TicketingEvent extends ProviderEvent {
  /**
   * The sale for an event changed. What it says is a hint for when the system cannot be asked.
   *
   * @param ours our own event, where the ticketing system knows it
   * @param via whose own connection it came by; empty for the operator's
   * @param status what the delivery says, empty where it only points
   * @param page where the delivery says that the sale is shown
   * @param at when the system said so; older news never overrides newer
   */
  record SaleChanged(
      ProviderRef event,
      Optional<UUID> ours,
      Optional<ConnectionId> via,
      Optional<SaleStatus> status,
      Optional<URI> page,
      Instant at)
      implements TicketingEvent {}
}
