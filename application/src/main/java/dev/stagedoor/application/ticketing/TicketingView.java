package dev.stagedoor.application.ticketing;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * How tickets stand, as people see it; statuses are the codes of their enums.
 *
 * @param provider the system they are sold at, empty where there are none
 * @param sale the event of that system, once it is known
 * @param page where the system shows it, as it said or as is known without asking
 * @param embed what is shown in pages of ours; empty while nothing is on sale
 * @param told how the sale stands by the newest that is known: {@code draft, live, inactive}
 * @param stale whether the system cannot be asked, so that this may be out of date
 */
public record TicketingView(
    String status,
    Optional<String> provider,
    Optional<ProviderRef> sale,
    Optional<URI> page,
    Optional<TicketEmbed> embed,
    Optional<String> told,
    Optional<Instant> toldAt,
    boolean stale,
    Instant changedAt) {
  public boolean isEnabled() {
    return !status.equals("none");
  }
}
