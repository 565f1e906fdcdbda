package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.domain.kernel.Subject;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Knows who reads what, and hands each update to its readers. Nothing here waits for a reader. */
@Context
final class LiveHub {
  private final LiveFeed feed;
  private final LiveSettings settings;
  private final TaskScheduler scheduler;
  private final Map<Subject, Set<LiveReader>> readers = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Counter dropped;
  private volatile LiveFeed.@Nullable Subscription subscription;
  private volatile @Nullable ScheduledFuture<?> heartbeats;
  private volatile @Nullable String latest;

  LiveHub(
      LiveFeed feed,
      LiveSettings settings,
      MeterRegistry meters,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this.feed = feed;
    this.settings = settings;
    this.scheduler = scheduler;
    meters.gauge("stagedoor.live.readers", open);
    this.dropped = meters.counter("stagedoor.live.dropped");
  }

  @PostConstruct
  void start() {
    subscription = feed.subscribe(this::publish);
    heartbeats =
        scheduler.scheduleAtFixedRate(
            settings.heartbeat(), settings.heartbeat(), this::sendHeartbeats);
  }

  /** Lets the readers go, so that they come back to another instance. */
  @PreDestroy
  void stop() {
    if (subscription != null) {
      subscription.close();
    }
    if (heartbeats != null) {
      heartbeats.cancel(false);
    }
    readers.values().forEach(all -> all.forEach(LiveReader::drop));
  }

  void join(Subject channel, LiveReader reader) {
    open.incrementAndGet();
    readers.compute(
        channel,
        (key, known) -> {
          Set<LiveReader> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(reader);
          return all;
        });
  }

  void leave(Subject channel, LiveReader reader) {
    open.decrementAndGet();
    readers.computeIfPresent(
        channel,
        (key, all) -> {
          all.remove(reader);
          return all.isEmpty() ? null : all;
        });
  }

  /** Returns a place such that readers who joined before asking have everything after it. */
  Optional<String> place() {
    return Optional.ofNullable(latest);
  }

  private void publish(LiveFeed.Entry entry) {
    Set<LiveReader> all = readers.get(entry.update().channel());
    if (all != null) {
      Frame frame = new Frame(entry);
      all.forEach(reader -> keepOrDrop(reader, reader.offer(frame)));
    }
    latest = entry.place();
  }

  void sendHeartbeats() {
    Optional<String> place = place();
    readers.values().forEach(all -> all.forEach(one -> keepOrDrop(one, one.heartbeat(place))));
  }

  private void keepOrDrop(LiveReader reader, boolean keepsUp) {
    if (!keepsUp) {
      dropped.increment();
      reader.drop();
    }
  }
}
