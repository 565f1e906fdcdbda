package dev.stagedoor.web.analytics;

import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.security.Caller;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes who watches, once a day each. What admins and resellers do at their desks is not watching.
 */
@ServerFilter({"/api/v1/**", "/tv", "/tv/**"})
final class AttendanceFilter {
  private static final Logger LOG = LoggerFactory.getLogger(AttendanceFilter.class);
  private static final List<String> DESKS =
      List.of("/api/v1/admin/", "/api/v1/analytics/", "/api/v1/notifications", "/api/v1/reseller/");

  private final AnalyticsService analytics;
  private final ExecutorService blocking;

  AttendanceFilter(
      AnalyticsService analytics, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.analytics = analytics;
    this.blocking = blocking;
  }

  /** After those who may not ask were refused. Off the event loop; who is known goes on at once. */
  @RequestFilter
  @Order(FilterOrder.READ)
  CompletionStage<HttpRequest<?>> note(HttpRequest<?> request) {
    Optional<UserId> somebody =
        Caller.of(request)
            .actor()
            .user()
            .filter(user -> isWatching(request) && !analytics.isSeen(user));
    return somebody.isPresent()
        ? CompletableFuture.supplyAsync(() -> told(request, somebody.get()), blocking)
        : CompletableFuture.completedFuture(request);
  }

  private static boolean isWatching(HttpRequest<?> request) {
    String path = request.getPath();
    return DESKS.stream().noneMatch(path::startsWith);
  }

  private HttpRequest<?> told(HttpRequest<?> request, UserId user) {
    try {
      analytics.seen(user);
    } catch (StoreUnavailable unnoted) {
      // What the request is for will say the same; the next one tries again.
      LOG.debug("who is here could not be noted: {}", unnoted.getMessage());
    } catch (RuntimeException unnoted) {
      // Nobody is to go without what they came for because they could not be counted.
      LOG.warn("who is here could not be noted", unnoted);
    }
    return request;
  }
}
