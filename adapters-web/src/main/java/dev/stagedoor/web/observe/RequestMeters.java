package dev.stagedoor.web.observe;

import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.LatencyScale;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.web.request.Devices;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers how long answers took, and hands that to analytics every quarter of a minute: nothing of
 * it waits for the database. A process that is killed takes with it what it has gathered since.
 */
@Context
final class RequestMeters {
  private static final Logger LOG = LoggerFactory.getLogger(RequestMeters.class);
  private static final Duration EVERY = Duration.ofSeconds(15);

  private record Key(DeviceClass device, String route, int slot) {}

  private record Sum(long requests, long errors, long refusals) {
    static Sum of(RequestTimers.Outcome outcome) {
      return new Sum(
          1,
          outcome == RequestTimers.Outcome.FAILED ? 1 : 0,
          outcome == RequestTimers.Outcome.REFUSED ? 1 : 0);
    }

    Sum and(Sum other) {
      return new Sum(requests + other.requests, errors + other.errors, refusals + other.refusals);
    }
  }

  private final AnalyticsService analytics;
  private final ServerLoad load;
  private final RequestTimers timers;
  private final TaskScheduler scheduler;
  // One key is added to or taken out at a time, so that nothing gets lost between the two.
  private final Map<Key, Sum> gathered = new ConcurrentHashMap<>();
  private volatile @Nullable ScheduledFuture<?> handing;

  RequestMeters(
      AnalyticsService analytics,
      ServerLoad load,
      RequestTimers timers,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.analytics = analytics;
    this.load = load;
    this.timers = timers;
    this.scheduler = scheduler;
  }

  @PostConstruct
  void start() {
    handing = scheduler.scheduleWithFixedDelay(EVERY, EVERY, this::handOver);
  }

  @PreDestroy
  void stop() {
    if (handing != null) {
      handing.cancel(false);
    }
    handOver();
  }

  void add(HttpRequest<?> request, HttpResponse<?> response, long nanos) {
    RouteGroups.of(request)
        .ifPresent(
            route -> {
              DeviceClass device = Devices.of(request);
              RequestTimers.Outcome outcome = RequestTimers.Outcome.of(response.code());
              timers.took(device, outcome, nanos);
              int slot = LatencyScale.slot(TimeUnit.NANOSECONDS.toMicros(nanos));
              gathered.merge(new Key(device, route, slot), Sum.of(outcome), Sum::and);
            });
  }

  /** Hands over what there is; what cannot be taken now is kept for the next time. */
  void handOver() {
    Map<Key, Sum> taken = new HashMap<>();
    for (Key key : List.copyOf(gathered.keySet())) {
      Sum sum = gathered.remove(key);
      if (sum != null) {
        taken.put(key, sum);
      }
    }
    List<RequestTally> tallies = new ArrayList<>();
    taken.forEach(
        (key, sum) ->
            tallies.add(
                new RequestTally(
                    key.device(),
                    key.route(),
                    key.slot(),
                    sum.requests(),
                    sum.errors(),
                    sum.refusals())));
    try {
      analytics.measured(tallies, load.read());
    } catch (RuntimeException untaken) {
      // Nobody else could: the next time may be better, and the scheduler must go on.
      LOG.warn("what was measured could not be kept yet: {}", untaken.getMessage());
      taken.forEach((key, sum) -> gathered.merge(key, sum, Sum::and));
    }
  }
}
