package dev.stagedoor.application;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.PriceBook;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator decides and the services need.
 *
 * @param publicUrl where people reach the product; links in mails begin with it
 * @param areas which products are on
 * @param prices what memorial bookings cost
 * @param cookieLife how long a browser stays signed in, from 5 minutes to 14 days
 * @param admin the first admin, made at start where absent
 */
public record Settings(
    URI publicUrl,
    Set<Area> areas,
    PriceBook prices,
    Duration cookieLife,
    Optional<FirstAdmin> admin) {
  /** The products that can be switched on. */
  public enum Area {
    MEMORIALS
  }

  /** The account that exists from the start. */
  public record FirstAdmin(EmailAddress email, Secret password) {}

  public Settings {
    areas = Set.copyOf(areas);
  }

  /** Returns what holds where nobody decides otherwise: every product on, standard prices. */
  public static Settings standard(URI publicUrl) {
    return new Settings(
        publicUrl,
        Set.of(Area.values()),
        PriceBook.standard(),
        Duration.ofHours(24),
        Optional.empty());
  }

  /** Returns a link to a page of the product. */
  public URI link(String path) {
    String base = publicUrl.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
