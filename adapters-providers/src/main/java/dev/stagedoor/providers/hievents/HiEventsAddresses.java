package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.ticketing.TicketEmbed;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where an installation shows its events to visitors. */
final class HiEventsAddresses {
  /** Its pages are found by id; what follows can be anything but the word for a preview. */
  private static final String ANY_SLUG = "tickets";

  private static final String PREVIEW = "preview";

  private final String root;
  private final URI origin;

  HiEventsAddresses(URI pageUrl) {
    this.root = pageUrl.toString();
    this.origin = pageUrl.resolve("/");
  }

  TicketEmbed of(String id) {
    return of(id, ANY_SLUG);
  }

  TicketEmbed of(String id, String slug) {
    String last = slug.isBlank() || slug.equals(PREVIEW) ? ANY_SLUG : slug;
    return new TicketEmbed(
        URI.create(root + "/event/" + segment(id) + "/" + segment(last)),
        URI.create(root + "/widget/" + segment(id)));
  }

  /** Returns an address that somebody told, where it is a page of this installation. */
  Optional<URI> ownPage(String told) {
    try {
      return Optional.of(URI.create(told))
          .filter(page -> page.isAbsolute() && page.getRawUserInfo() == null)
          .filter(page -> page.resolve("/").equals(origin));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  // A segment that is dots only would lead somewhere else.
  private static String segment(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.chars().allMatch(c -> c == '.') ? encoded.replace(".", "%2E") : encoded;
  }
}
