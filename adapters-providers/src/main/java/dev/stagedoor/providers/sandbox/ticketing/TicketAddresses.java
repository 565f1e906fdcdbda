package dev.stagedoor.providers.sandbox.ticketing;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the shop shows its events; the server's own address is asked for late. */
final class TicketAddresses {
  private final Supplier<URI> base;

  TicketAddresses(Supplier<URI> base) {
    this.base = base;
  }

  TicketEmbed of(String id) {
    String page = root() + "/event/" + segment(id);
    return new TicketEmbed(URI.create(page), URI.create(page + "/widget"));
  }

  /** Where organisers come in who are signed in at the product. */
  URI entrance(Secret token, Optional<TicketedEventId> event) {
    return URI.create(
        root()
            + "/auth/cross-app?session_token="
            + URLEncoder.encode(token.reveal(), StandardCharsets.UTF_8)
            + event.map(id -> "&event_id=" + id.value()).orElse(""));
  }

  private String root() {
    String address = base.get().toString();
    return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
        + "/sandbox/tickets";
  }

  // An id that is dots only would lead out of the shop.
  private static String segment(String id) {
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.chars().allMatch(c -> c == '.') ? encoded.replace(".", "%2E") : encoded;
  }
}
