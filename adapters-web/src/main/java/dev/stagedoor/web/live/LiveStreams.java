package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams the updates of a channel to one reader, in the format of its connection. A reader that
 * names the last one it saw gets what came since; where that is not known any more it is told so.
 */
@Singleton
final class LiveStreams {
  private final LiveHub hub;
  private final SharedPast past;
  private final LiveSettings settings;

  LiveStreams(LiveHub hub, SharedPast past, LiveSettings settings) {
    this.hub = hub;
    this.past = past;
    this.settings = settings;
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
        Flux.defer(() -> past(channel, lastEventId.get(), reader, format)),
        reader.live());
  }

  /**
   * Reads what was missed, and begins to tell what is published after it. The hub may be a moment
   * behind the log; what it has yet to publish is read first, since all of that either was seen by
   * the reader before it came here or is among what it missed.
   */
  private Flux<byte[]> past(Subject channel, String place, LiveReader reader, LiveFormat format) {
    CompletableFuture<Optional<List<Frame>>> toCome =
        reader
            .hubWasAt()
            .filter(at -> !at.equals(place))
            .map(at -> past.since(channel, at))
            .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    return Mono.fromFuture(
            toCome.thenCompose(
                known ->
                    past.since(channel, place)
                        .thenApply(missed -> begin(reader, known, missed, format))))
        .flatMapMany(told -> told);
  }

  private static Flux<byte[]> begin(
      LiveReader reader,
      Optional<List<Frame>> toCome,
      Optional<List<Frame>> missed,
      LiveFormat format) {
    Set<String> known = new HashSet<>();
    toCome.ifPresent(frames -> frames.forEach(frame -> known.add(frame.place())));
    missed.ifPresent(frames -> frames.forEach(frame -> known.add(frame.place())));
    reader.begin(known);
    return missed.isEmpty()
        ? Flux.just(format.resync())
        : Flux.fromIterable(missed.get()).filter(reader::wants).map(frame -> frame.in(format));
  }
}
