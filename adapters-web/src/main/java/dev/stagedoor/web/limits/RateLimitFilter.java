package dev.stagedoor.web.limits;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.web.error.WebError;
import dev.stagedoor.web.error.WebException;
import dev.stagedoor.web.request.ClientAddress;
import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.request.PathKind;
import dev.stagedoor.web.security.Caller;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * Counts the requests of each caller, tells them where they stand, and refuses what is too much.
 * Webhooks, other services, health checks, files, the sandbox and live updates are not counted.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RateLimitFilter {
  private static final String COUNT = "stagedoor.rate-limit";
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final RateLimits limits;
  private final Quota product;
  private final Quota tv;
  private final Quota tvPremium;
  private final PremiumCallers premium;
  private final UnsubscribeLinks links;
  private final ExecutorService blocking;
  private final Counters counters;
  private final ClientAddress addresses;

  RateLimitFilter(
      RateLimits limits,
      Counters counters,
      ClientAddress addresses,
      PremiumCallers premium,
      UnsubscribeLinks links,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.blocking = blocking;
    this.limits = limits;
    this.product = new Quota("product", limits.requests());
    this.tv = new Quota("tv", limits.tvRequests());
    this.tvPremium = new Quota("tv-premium", limits.tvPremiumRequests());
    this.premium = premium;
    this.links = links;
    this.counters = counters;
    this.addresses = addresses;
  }

  /**
   * Finds out off the event loop who pays and which links are genuine; what is known already lets a
   * request through at once.
   */
  @RequestFilter
  @Order(FilterOrder.LIMIT - 2)
  CompletionStage<HttpRequest<?>> findOut(HttpRequest<?> request) {
    Actor actor = Caller.of(request).actor();
    if (limits.enabled() && isTv(request) && premium.mustAsk(actor)) {
      return after(request, () -> premium.ask(actor));
    }
    return limits.enabled() && links.mustAsk(request)
        ? after(request, () -> links.ask(request))
        : CompletableFuture.completedFuture(request);
  }

  private CompletionStage<HttpRequest<?>> after(HttpRequest<?> request, Runnable asking) {
    return CompletableFuture.runAsync(asking, blocking).thenApply(done -> request);
  }

  @RequestFilter
  @Order(FilterOrder.LIMIT)
  void count(HttpRequest<?> request) {
    quota(request)
        .ifPresent(
            quota -> {
              Count count = counters.count(quota, principal(request));
              request.setAttribute(COUNT, count);
              if (!count.allowed()) {
                throw new WebException(WebError.RATE_LIMITED, count.reset());
              }
            });
  }

  @ResponseFilter
  @Order(FilterOrder.LIMIT - 1)
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(COUNT, Count.class)
        .ifPresent(
            count -> {
              response.header("X-RateLimit-Limit", "" + count.quota().most());
              response.header("X-RateLimit-Remaining", "" + count.left());
              response.header("X-RateLimit-Reset", MILLIS.format(count.resetAt()));
              response.header("RateLimit-Policy", count.policyField());
              response.header("RateLimit", count.limitField());
            });
  }

  private Optional<Quota> quota(HttpRequest<?> request) {
    if (!limits.enabled()
        || PathKind.of(request) != PathKind.PRODUCT
        || request.getMethod() == HttpMethod.OPTIONS
        || isStream(request)) {
      return Optional.empty();
    }
    if (!isTv(request)) {
      return Optional.of(product);
    }
    Actor actor = Caller.of(request).actor();
    if (actor.isAdmin()) {
      return Optional.empty();
    }
    return Optional.of(premium.has(actor) ? tvPremium : tv);
  }

  private static boolean isTv(HttpRequest<?> request) {
    return request.getPath().startsWith("/api/v1/");
  }

  private String principal(HttpRequest<?> request) {
    Optional<String> link = links.link(request);
    if (link.isPresent()) {
      return link.get();
    }
    Actor actor = Caller.of(request).actor();
    return actor.isSignedIn() ? actor.userId().toString() : addresses.group(request);
  }

  private static boolean isStream(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .filter(route -> route.getProduces().contains(MediaType.TEXT_EVENT_STREAM_TYPE))
        .isPresent();
  }
}
