package dev.stagedoor.web.live;

import dev.stagedoor.domain.kernel.Subject;
import io.netty.util.concurrent.EventExecutor;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams the updates of a channel to one reader, in the format of its connection. A reader that
 * names the last one it saw gets what came since; where that is not known any more it is told so.
 */
@Singleton
final class LiveStreams {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

  private final LiveHub hub;
  private final SharedPast past;
  private final LiveSettings settings;

  LiveStreams(LiveHub hub, SharedPast past, LiveSettings settings) {
    this.hub = hub;
    this.past = past;
    this.settings = settings;
  }

  /** Begins to send over a line; called on the event loop of its connection. */
  LiveReader open(Reading reading, LiveFormat format, Line line, EventExecutor loop) {
    LoopReaders readers = hub.on(loop);
    Optional<String> hubIsAt = readers.place();
    LiveReader reader = new LiveReader(reading, format, settings.queue(), line, readers);
    reader.join();
    if (reading.lastEventId().isEmpty()) {
      reader.greet(hubIsAt);
      reader.begin();
    } else {
      reader.greet(Optional.empty());
      readPast(readers, reading.channel(), reading.lastEventId().get(), hubIsAt, reader);
    }
    return reader;
  }

  /**
   * Reads what was missed, and begins to tell what is published after it. The hub may be a moment
   * behind the log; what it has yet to publish is read first, since all of that either was seen by
   * the reader before it came here or is among what it missed.
   */
  private void readPast(
      LoopReaders readers,
      Subject channel,
      String place,
      Optional<String> hubIsAt,
      LiveReader reader) {
    CompletableFuture<Optional<List<Frame>>> toCome =
        hubIsAt
            .filter(at -> !at.equals(place))
            .map(at -> past.since(channel, at))
            .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    var unused =
        toCome
            .thenCompose(
                known ->
                    past.since(channel, place)
                        .thenAccept(
                            missed ->
                                readers.run(
                                    () ->
                                        readers.keepOrDrop(
                                            reader,
                                            one -> one.begin(places(known, missed), missed)))))
            .exceptionally(
                failure -> {
                  LOG.warn(
                      "A reader of live updates is cut off, what it missed is unread", failure);
                  readers.run(reader::cut);
                  return null;
                });
  }

  private static Set<String> places(Optional<List<Frame>> toCome, Optional<List<Frame>> missed) {
    Set<String> places = new HashSet<>();
    toCome.ifPresent(frames -> frames.forEach(frame -> places.add(frame.place())));
    missed.ifPresent(frames -> frames.forEach(frame -> places.add(frame.place())));
    return places;
  }
}
