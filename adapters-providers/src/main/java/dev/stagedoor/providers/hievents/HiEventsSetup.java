package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.port.TicketSetup;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page at which a fork of Hi.Events lets organisers in by a token. */
final class HiEventsSetup implements TicketSetup {
  private final String page;

  HiEventsSetup(URI pageUrl, String path) {
    this.page = pageUrl + path;
  }

  @Override
  public URI entrance(Secret token, Optional<TicketedEventId> event) {
    return URI.create(
        page
            + "?session_token="
            + URLEncoder.encode(token.reveal(), StandardCharsets.UTF_8)
            + event.map(id -> "&event_id=" + id.value()).orElse(""));
  }

  @Override
  public String toString() {
    return "the entrance of hi-events";
  }
}
