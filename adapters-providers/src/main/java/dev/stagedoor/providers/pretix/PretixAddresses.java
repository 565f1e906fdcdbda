package dev.stagedoor.providers.pretix;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.providers.support.HmacSha256;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where an installation shows its events to visitors.
 *
 * <p>It lets other sites frame a shop below {@code /w/} and sixteen letters or digits only, each of
 * which has carts of its own. They are the same for all visitors of one event, and others in
 * another installation of this server.
 */
final class PretixAddresses {
  private static final int NAMESPACE = 16;

  /** Payment pages that refuse to be framed are opened in a window of their own then. */
  private static final String FRAMED = "?iframe=1";

  private final String root;
  private final HmacSha256 key;

  PretixAddresses(URI baseUrl, Secret webhookToken) {
    this.root = baseUrl.toString();
    this.key = HmacSha256.of(webhookToken);
  }

  TicketEmbed of(String id) {
    URI page = URI.create(root + "/" + path(id) + "/");
    return of(id, page);
  }

  /** Says where the shop itself told that the event is shown. */
  TicketEmbed of(String id, URI page) {
    String namespace = key.hex(("frame of " + id).getBytes(StandardCharsets.UTF_8));
    return new TicketEmbed(
        page,
        URI.create(
            root + "/" + path(id) + "/w/" + namespace.substring(0, NAMESPACE) + "/" + FRAMED));
  }

  // What is no id leads to no event, and never to another page: no organizer begins so.
  private static String path(String id) {
    return PretixSale.of(id)
        .map(PretixSale::id)
        .orElseGet(() -> "~" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
