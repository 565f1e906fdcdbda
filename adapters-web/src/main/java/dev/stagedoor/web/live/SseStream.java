package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Streams the updates of a channel to one reader, as server-sent events. A controller checks that
 * the caller may see the thing, and returns {@code stream.of(channel, SseStream.lastEventId(...))}
 * with {@code produces = TEXT_EVENT_STREAM}.
 *
 * <p>The id of each event is its place in the log. A reader that names the last one it saw gets
 * what came since; where that is not known any more it gets one event of type {@code resync}.
 */
@Singleton
public final class SseStream {
  private static final int LONGEST_ID = 200;

  private final LiveHub hub;
  private final LiveFeed feed;
  private final Frames frames;
  private final LiveSettings settings;
  private final Scheduler blocking;

  SseStream(
      LiveHub hub,
      LiveFeed feed,
      Frames frames,
      LiveSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.hub = hub;
    this.feed = feed;
    this.frames = frames;
    this.settings = settings;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  /** Reads {@code Last-Event-ID}, or {@code ?lastEventId=} where no header can be set. */
  public static Optional<String> lastEventId(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get("Last-Event-ID"))
        .or(() -> Optional.ofNullable(request.getParameters().get("lastEventId")))
        .map(String::strip)
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
  }

  public Publisher<byte[]> of(Subject channel, Optional<String> lastEventId) {
    return of(channel, lastEventId, update -> true);
  }

  /** Streams those updates of a channel that the reader wants. */
  public Publisher<byte[]> of(
      Subject channel, Optional<String> lastEventId, Predicate<LiveUpdate> wanted) {
    return Flux.using(
        () -> join(channel, wanted),
        reader -> reader.untilDropped(start(channel, lastEventId, reader)),
        reader -> hub.leave(channel, reader));
  }

  private LiveReader join(Subject channel, Predicate<LiveUpdate> wanted) {
    Optional<String> hubIsAt = hub.place();
    LiveReader reader =
        new LiveReader(frame -> wanted.test(frame.update()), settings.queue(), hubIsAt);
    hub.join(channel, reader);
    return reader;
  }

  private Flux<byte[]> start(Subject channel, Optional<String> lastEventId, LiveReader reader) {
    if (lastEventId.isEmpty()) {
      byte[] greeting = frames.greeting(hub.place());
      reader.begin();
      return Flux.concat(Flux.just(greeting), reader.live());
    }
    return Flux.concat(
        Flux.just(frames.greeting(Optional.empty())),
        Flux.defer(() -> past(channel, lastEventId.get(), reader)).subscribeOn(blocking),
        reader.live());
  }

  /**
   * Reads what was missed, and begins to tell what is published after it. The hub may be a moment
   * behind the log; what it has yet to publish is read first, since all of that either was seen by
   * the reader before it came here or is among what it missed.
   */
  private Flux<byte[]> past(Subject channel, String place, LiveReader reader) {
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
        ? Flux.just(frames.resync())
        : Flux.fromIterable(missed.get()).map(frames::of).filter(reader::wants).map(Frame::bytes);
  }
}
