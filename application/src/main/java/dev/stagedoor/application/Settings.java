package dev.stagedoor.application;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.PriceBook;
import dev.stagedoor.domain.services.ServicePeer;
import dev.stagedoor.domain.subscriptions.GracePeriod;
import dev.stagedoor.domain.ticketing.CrossAppSession;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param courses what holds for courses
 * @param ticketing what holds for tickets that other systems sell
 * @param tv what holds for subscription TV
 * @param services the other services of the house that may call
 */
public record Settings(
    URI publicUrl,
    Set<Area> areas,
    PriceBook prices,
    Duration cookieLife,
    Optional<FirstAdmin> admin,
    Retention retention,
    Courses courses,
    Ticketing ticketing,
    Tv tv,
    List<ServicePeer> services) {
  /** The products that can be switched on. */
  public enum Area {
    MEMORIALS,
    LIVESELLING,
    COURSES,
    EVENTS,
    TV
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

  /**
   * What holds for courses.
   *
   * @param refundWindow how long after paying a student may take the money back
   * @param uploadLife how long a teacher has to send a file
   * @param playbackLife how long an address that was signed for a viewer plays, a day at most
   */
  public record Courses(Duration refundWindow, Duration uploadLife, Duration playbackLife) {
    public static Courses standard() {
      return new Courses(Duration.ofDays(14), Duration.ofHours(6), Duration.ofHours(4));
    }
  }

  /**
   * What holds for tickets that other systems sell.
   *
   * @param sharedSecrets what proves that a request comes from the ticketing system; none lets
   *     nobody in
   * @param sessions how long it may ask about somebody who came to it from here
   * @param auditKept how long the record of that is kept
   */
  public record Ticketing(
      List<Secret> sharedSecrets, CrossAppSession.Terms sessions, Duration auditKept) {
    public Ticketing {
      sharedSecrets = List.copyOf(sharedSecrets);
    }

    public static Ticketing standard() {
      return new Ticketing(List.of(), CrossAppSession.Terms.standard(), Duration.ofDays(90));
    }
  }

  /**
   * What holds for subscription TV.
   *
   * @param trial how long somebody watches for nothing, once
   * @param trialLimits what they may have then
   * @param grace how long a subscription counts after a payment failed
   * @param profileTokenLife how long a profile stays open on a device
   * @param plans what is offered at first, by the provider's price
   */
  public record Tv(
      Duration trial,
      Limits trialLimits,
      GracePeriod grace,
      Duration profileTokenLife,
      Map<String, Plan.Terms> plans) {
    public Tv {
      plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
    }

    public static Tv standard() {
      Map<String, Plan.Terms> plans = new LinkedHashMap<>();
      plans.put("price_basic_monthly", terms("Basic", 499, new Limits(2, 2, 100), false));
      plans.put("price_family_monthly", terms("Family", 999, new Limits(5, 5, 500), true));
      plans.put("price_premium_monthly", terms("Premium", 1499, new Limits(10, 10, 2000), true));
      return new Tv(
          Duration.ofDays(7), Limits.trial(), GracePeriod.standard(), Duration.ofDays(30), plans);
    }

    private static Plan.Terms terms(String name, long cents, Limits limits, boolean isHd) {
      return new Plan.Terms(
          name,
          new Money(cents, Currency.getInstance("USD")),
          limits,
          Map.of("ads", false, "hd", isHd));
    }
  }

  public Settings {
    services = List.copyOf(services);
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
        Retention.standard(),
        Courses.standard(),
        Ticketing.standard(),
        Tv.standard(),
        List.of());
  }

  /** Returns a link to a page of the product. */
  public URI link(String path) {
    String base = publicUrl.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
