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
 * @param areas which products are on; whoever puts pages in front leaves the others out
 * @param prices what memorial bookings cost
 * @param cookieLife how long a browser stays signed in, from 5 minutes to 14 days
 * @param admin the first admin, made at start where absent
 * @param retention how long what is over is kept
 */
public record Settings(
    URI publicUrl,
    Set<Area> areas,
    PriceBook prices,
    Duration cookieLife,
    Optional<FirstAdmin> admin,
    Retention retention) {
  /** The products that can be switched on. */
  public enum Area {
    MEMORIALS,
    LIVESELLING
  }

  /** The account that exists from the start. */
  public record FirstAdmin(EmailAddress email, Secret password) {}

  /**
   * How long what is over is kept. What may still be wanted is kept longer: deliveries that failed
   * until they are replayed, mails until they are sent or given up.
   *
   * @param webhooks deliveries of providers, from when they came
   * @param messages mails, from when they were written
   */
  public record Retention(Duration webhooks, Duration messages) {
    public static Retention standard() {
      return new Retention(Duration.ofDays(30), Duration.ofDays(90));
    }
  }

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
        Optional.empty(),
        Retention.standard());
  }

  /** Returns a link to a page of the product. */
  public URI link(String path) {
    String base = publicUrl.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
