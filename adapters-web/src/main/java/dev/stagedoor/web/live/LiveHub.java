package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveFeed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import io.netty.util.concurrent.EventExecutor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands each update to the event loops that serve readers, once to each. Nothing here waits for a
 * reader.
 */
@Context
final class LiveHub {
  private final LiveFeed feed;
  private final LiveSettings settings;
  private final TaskScheduler scheduler;
  private final Map<EventExecutor, LoopReaders> loops = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Counter dropped;
  private Optional<String> latest = Optional.empty();
  private volatile LiveFeed.@Nullable Subscription subscription;
  private volatile @Nullable ScheduledFuture<?> heartbeats;

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
    onEach(LoopReaders::end);
  }

  /** Returns the readers of an event loop; called on that loop, which gets all that comes next. */
  LoopReaders on(EventExecutor loop) {
    LoopReaders known = loops.get(loop);
    return known == null ? add(loop) : known;
  }

  private synchronized LoopReaders add(EventExecutor loop) {
    LoopReaders readers = new LoopReaders(loop, latest, open, dropped);
    loops.put(loop, readers);
    return readers;
  }

  // A loop that is added gets an update or begins after it: all in one, and short.
  private synchronized void publish(LiveFeed.Entry entry) {
    Frame frame = new Frame(entry);
    onEach(readers -> readers.tell(frame));
    latest = Optional.of(entry.place());
  }

  void sendHeartbeats() {
    onEach(LoopReaders::heartbeat);
  }

  private void onEach(Consumer<LoopReaders> what) {
    loops.values().forEach(readers -> readers.run(() -> what.accept(readers)));
  }
}
