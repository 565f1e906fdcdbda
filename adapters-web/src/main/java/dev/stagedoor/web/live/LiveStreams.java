package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Streams the updates of a channel to one reader, in the format of its connection. A reader that
 * names the last one it saw gets what came since; where that is not known any more it is told so.
 */
@Singleton
final class LiveStreams {
  private final LiveHub hub;
  private final LiveFeed feed;
  private final LiveSettings settings;
  private final Scheduler blocking;

  LiveStreams(
      LiveHub hub,
      LiveFeed feed,
      LiveSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.hub = hub;
    this.feed = feed;
    this.settings = settings;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  /** Streams those updates of a channel that the reader wants. */
  Flux<byte[]> of(
      Subject channel,
      Optional<String> lastEventId,
      Predicate<LiveUpdate> wanted,
      LiveFormat format) {
    return Flux.using(
        () -> join(channel, wanted, format),
        reader -> reader.untilDropped(start(channel, lastEventId, reader, format)),
        reader -> hub.leave(channel, reader));
  }

  private LiveReader join(Subject channel, Predicate<LiveUpdate> wanted, LiveFormat format) {
    Optional<String> hubIsAt = hub.place();
    LiveReader reader =
        new LiveReader(frame -> wanted.test(frame.update()), format, settings.queue(), hubIsAt);
    hub.join(channel, reader);
    return reader;
  }

  private Flux<byte[]> start(
      Subject channel, Optional<String> lastEventId, LiveReader reader, LiveFormat format) {
    if (lastEventId.isEmpty()) {
      byte[] greeting = format.greeting(hub.place());
      reader.begin();
      return Flux.concat(Flux.just(greeting), reader.live());
    }
    return Flux.concat(
        Flux.just(format.greeting(Optional.empty())),
        Flux.defer(() -> past(channel, lastEventId.get(), reader, format)).subscribeOn(blocking),
        reader.live());
  }

  /**
   * Reads what was missed, and begins to tell what is published after it. The hub may be a moment
   * behind the log; what it has yet to publish is read first, since all of that either was seen by
   * the reader before it came here or is among what it missed.
   */
  private Flux<byte[]> past(Subject channel, String place, LiveReader reader, LiveFormat format) {
    List<LiveFeed.Entry> toCome =
        reader
            .hubWasAt()
            .filter(at -> !at.equals(place))
            .flatMap(at -> feed.since(channel, at))
            .orElse(List.of());
    Optional<List<LiveFeed.Entry>> missed = feed.since(channel, place);
    Set<String> known = new HashSet<>();
    toCome.forEach(entry -> known.add(entry.place()));
    missed.ifPresent(entries -> entries.forEach(entry -> known.add(entry.place())));
    reader.begin(known);
    return missed.isEmpty()
        ? Flux.just(format.resync())
        : Flux.fromIterable(missed.get())
            .map(Frame::new)
            .filter(reader::wants)
            .map(frame -> frame.in(format));
  }
}
