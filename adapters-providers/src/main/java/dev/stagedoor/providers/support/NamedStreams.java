package dev.stagedoor.providers.support;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.WebAddress;
import io.micrometer.observation.Observation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what may be large from addresses that users name, piece by piece. By the same line as
 * {@link NamedSites}, so that only public addresses are called, unless the operator allows the
 * host; but http will do, and redirects are followed by hand, each looked at as the first address
 * was. Nothing is asked twice. Safe for threads; make one and keep it.
 */
public final class NamedStreams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NamedStreams.class);
  private static final int SITES = 1000;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int OK = 200;

  private final ProviderId provider;
  private final ProviderRuntime runtime;
  private final Limits limits;
  private final GuardedLine line;
  private final ScheduledThreadPoolExecutor alarms;
  private final Cache<String, ProviderCalls> calls =
      Caffeine.newBuilder().maximumSize(SITES).expireAfterAccess(Duration.ofHours(1)).build();

  /**
   * How much one visit may take.
   *
   * @param connect until a site takes the connection
   * @param total for all that is read in a visit, without what its reader does meanwhile
   * @param bytes of all that is read in a visit, as it comes and as it is inflated
   * @param redirects how many are followed from one address
   */
  public record Limits(Duration connect, Duration total, long bytes, int redirects) {
    public static final Limits DEFAULT =
        new Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), 64L << 20, 3);

    public Limits {
      if (connect.isNegative() || connect.isZero() || total.isNegative() || total.isZero()) {
        throw new IllegalArgumentException("limits must leave some time");
      }
      if (bytes < 1 || redirects < 0) {
        throw new IllegalArgumentException("limits must leave something");
      }
    }

    public Limits withTotal(Duration limit) {
      return new Limits(connect, limit, bytes, redirects);
    }

    public Limits withBytes(long limit) {
      return new Limits(connect, total, limit, redirects);
    }
  }

  /**
   * Takes a body in; need not read it to its end.
   *
   * @param <T> what it makes of it
   */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * Reads. What it throws beside goes through.
     *
     * @param from where the body came from, after all redirects
     */
    T read(StreamedBody body, URI from) throws IOException;
  }

  /**
   * @param allowed names or addresses, with or without a port, that may lead anywhere; asked for at
   *     each call
   */
  public NamedStreams(
      ProviderId provider,
      ProviderRuntime runtime,
      Limits limits,
      Supplier<? extends Collection<String>> allowed) {
    this(provider, runtime, limits, allowed, GuardedLine.Names.REAL, PublicAddresses::has);
  }

  NamedStreams(
      ProviderId provider,
      ProviderRuntime runtime,
      Limits limits,
      Supplier<? extends Collection<String>> allowed,
      GuardedLine.Names names,
      Predicate<InetAddress> isPublic) {
    this.provider = provider;
    this.runtime = runtime;
    this.limits = limits;
    this.line =
        new GuardedLine(
            limits.connect(),
            host -> allowed.get().stream().anyMatch(one -> plain(one).equals(plain(host))),
            names,
            isPublic);
    this.alarms =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "stagedoor-stream-alarms");
              thread.setDaemon(true);
              return thread;
            });
    alarms.setRemoveOnCancelPolicy(true);
  }

  // [::1] and [::1]:80 lose their brackets, which names of hosts come without.
  private static String plain(String host) {
    return host.strip().toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
  }

  /** Begins to read what belongs together: it has one limit. For one thread. */
  public Visit visit() {
    return new Visit(new StreamAllowance(limits.total(), limits.bytes(), alarms));
  }

  /** What is read together. */
  public final class Visit {
    private final StreamAllowance allowance;

    private Visit(StreamAllowance allowance) {
      this.allowance = allowance;
    }

    /**
     * Asks for something and reads it.
     *
     * @param operation what is done, in a word or two of lower case: {@code playlist.read}
     * @throws ProviderException {@code REJECTED} with no {@link HttpRefusal} behind when an address
     *     may not be called, whoever led to it; {@code UNREADABLE} with {@link Oversize} behind
     *     when there is too much; with the refusal behind when the site says no; {@code
     *     UNAVAILABLE} when there is no answer, not all of it, or not in time; {@code UNREADABLE}
     *     for what cannot be inflated
     */
    public <T> T read(String operation, URI address, Reading<T> reading) {
      if (!WebAddress.is(address)) {
        runtime.guard().check();
        throw forbidden(operation);
      }
      String site = plain(address.getHost()) + ":" + address.getPort();
      ProviderCalls here = calls.get(site, one -> new ProviderCalls(provider, runtime));
      return here.observed(
          operation,
          new Observation.Context(),
          () -> here.attempt(() -> follow(operation, address, reading), answer -> false));
    }

    private <T> T follow(String operation, URI address, Reading<T> reading) {
      URI next = address;
      for (int left = limits.redirects(); ; left--) {
        if (!WebAddress.is(next)) {
          throw forbidden(operation);
        }
        try (GuardedLine.Opened answer = open(operation, next)) {
          LOG.debug("{} {}: GET {}, {}", provider, operation, next.getHost(), answer.status());
          if (!REDIRECTS.contains(answer.status())) {
            return taken(operation, next, answer, reading);
          }
          if (left == 0) {
            throw failure(
                operation,
                Kind.UNREADABLE,
                "redirected too often",
                new HttpRefusal(answer.status(), null));
          }
          next = target(operation, next, answer);
        }
      }
    }

    private GuardedLine.Opened open(String operation, URI address) {
      if (allowance.isOver()) {
        throw failure(operation, Kind.UNAVAILABLE, "no time is left", null);
      }
      allowance.begin();
      try {
        return line.open(
            address,
            Map.of("user-agent", UserAgent.VALUE, "accept", "*/*", "accept-encoding", "gzip"),
            allowance.left());
      } catch (HttpLine.NotSentException e) {
        throw e.isForbidden()
            ? forbidden(operation)
            : failure(operation, Kind.UNAVAILABLE, String.valueOf(e.getMessage()), null);
      } catch (HttpLine.LostException e) {
        throw failure(operation, Kind.UNAVAILABLE, String.valueOf(e.getMessage()), null);
      } finally {
        allowance.end();
      }
    }

    private <T> T taken(String operation, URI from, GuardedLine.Opened answer, Reading<T> reading) {
      if (answer.status() != OK) {
        throw refusal(operation, answer.status());
      }
      allowance.read(answer);
      try {
        return body(operation, from, answer, reading);
      } finally {
        allowance.rest();
      }
    }

    private <T> T body(String operation, URI from, GuardedLine.Opened answer, Reading<T> reading) {
      StreamedBody body = new StreamedBody(allowance);
      @Nullable T made = null;
      try {
        body.take(answer.body());
        made = reading.read(body, from);
      } catch (IOException e) {
        // Where the line is not to blame, what came makes no sense; its message may repeat it.
        LOG.debug("{} {}: {}", provider, operation, e.getClass().getSimpleName());
      }
      if (body.failure().isPresent()) {
        throw switch (body.failure().get()) {
          case LATE -> failure(operation, Kind.UNAVAILABLE, "it took too long", null);
          case BROKEN -> failure(operation, Kind.UNAVAILABLE, "the connection broke", null);
          case TOO_LARGE ->
              failure(operation, Kind.UNREADABLE, "answered more than is read", new Oversize());
        };
      }
      if (made == null) {
        throw failure(operation, Kind.UNREADABLE, "the answer makes no sense", null);
      }
      return made;
    }

    /**
     * Does something between two readings, or while one is under way; it takes none of the time.
     */
    public void aside(Runnable work) {
      allowance.aside(work);
    }
  }

  private URI target(String operation, URI from, GuardedLine.Opened answer) {
    try {
      // What follows a # is for browsers.
      String place = answer.header("location").orElse("").strip().replaceAll("#.*", "");
      if (!place.isEmpty()) {
        return from.resolve(place);
      }
    } catch (IllegalArgumentException e) {
      // The text may hold a credential.
      LOG.debug("{} {}: a redirect to what is no address", provider, operation);
    }
    throw failure(
        operation,
        Kind.UNREADABLE,
        "redirected to what is no address",
        new HttpRefusal(answer.status(), null));
  }

  private ProviderException refusal(String operation, int status) {
    HttpRefusal refusal = new HttpRefusal(status, null);
    Kind kind =
        switch (status) {
          case 401, 403 -> Kind.UNAUTHORISED;
          case 429 -> Kind.RATE_LIMITED;
          default ->
              status >= 500 ? Kind.UNAVAILABLE : status >= 400 ? Kind.REJECTED : Kind.UNREADABLE;
        };
    return failure(operation, kind, "status " + status, refusal);
  }

  private ProviderException forbidden(String operation) {
    return failure(operation, Kind.REJECTED, "an address that may not be called", null);
  }

  private ProviderException failure(
      String operation, Kind kind, String why, @Nullable Throwable cause) {
    return new ProviderException(provider, kind, operation + ": " + why, null, cause);
  }

  @Override
  public void close() {
    alarms.shutdownNow();
    line.close();
  }

  @Override
  public String toString() {
    return provider + " at addresses that users name";
  }
}
