package dev.stagedoor.domain.video;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the course of a stream. Facts only grow (the newest connection, the first stop),
 * so the same facts give the same state in whatever order they come.
 *
 * @param readiedAt when the operator last pressed start
 * @param startedAt when pictures first came
 * @param connectedAt when an encoder last came
 * @param disconnectedAt when an encoder last went
 * @param failedAt when the provider last could not take what came
 * @param stoppedAt when the operator ended it for good
 * @param removedAt when it was taken away
 */
public record StreamFacts(
    @Nullable Instant readiedAt,
    @Nullable Instant startedAt,
    @Nullable Instant connectedAt,
    @Nullable Instant disconnectedAt,
    @Nullable Instant failedAt,
    @Nullable Instant stoppedAt,
    @Nullable Instant removedAt) {
  static final StreamFacts NONE = new StreamFacts(null, null, null, null, null, null, null);

  StreamFacts readied(Instant at) {
    return new StreamFacts(
        later(readiedAt, at),
        startedAt,
        connectedAt,
        disconnectedAt,
        failedAt,
        stoppedAt,
        removedAt);
  }

  StreamFacts connected(Instant at) {
    return new StreamFacts(
        readiedAt,
        startedAt == null || at.isBefore(startedAt) ? at : startedAt,
        later(connectedAt, at),
        disconnectedAt,
        failedAt,
        stoppedAt,
        removedAt);
  }

  StreamFacts disconnected(Instant at) {
    return new StreamFacts(
        readiedAt,
        startedAt,
        connectedAt,
        later(disconnectedAt, at),
        failedAt,
        stoppedAt,
        removedAt);
  }

  StreamFacts failed(Instant at) {
    return new StreamFacts(
        readiedAt,
        startedAt,
        connectedAt,
        disconnectedAt,
        later(failedAt, at),
        stoppedAt,
        removedAt);
  }

  StreamFacts stopped(Instant at) {
    return new StreamFacts(
        readiedAt,
        startedAt,
        connectedAt,
        disconnectedAt,
        failedAt,
        stoppedAt == null ? at : stoppedAt,
        removedAt);
  }

  StreamFacts removed(Instant at) {
    return new StreamFacts(
        readiedAt,
        startedAt,
        connectedAt,
        disconnectedAt,
        failedAt,
        stoppedAt,
        removedAt == null ? at : removedAt);
  }

  /** Works the state out; {@code recorded} is what the newest ready recording goes up to. */
  StreamStatus status(Optional<Instant> recorded) {
    if (stoppedAt != null) {
      return StreamStatus.COMPLETED;
    }
    Instant over = latest(disconnectedAt, failedAt, recorded.orElse(null));
    if (connectedAt != null && isAfter(connectedAt, over)) {
      return StreamStatus.LIVE;
    }
    if (recorded.isPresent()) {
      return StreamStatus.COMPLETED;
    }
    Instant left = latest(disconnectedAt, failedAt);
    if (readiedAt != null && isAfter(readiedAt, left)) {
      return StreamStatus.READY;
    }
    if (left == null) {
      return StreamStatus.SCHEDULED;
    }
    return left.equals(failedAt) ? StreamStatus.ERROR : StreamStatus.ENDING;
  }

  /** Returns when the broadcast of a stream in this state ended, where it has. */
  public Optional<Instant> endedAt(StreamStatus status) {
    if (status != StreamStatus.COMPLETED && status != StreamStatus.ENDING) {
      return Optional.empty();
    }
    boolean left =
        disconnectedAt != null && (connectedAt == null || !disconnectedAt.isBefore(connectedAt));
    return Optional.ofNullable(left ? disconnectedAt : stoppedAt);
  }

  private static boolean isAfter(Instant one, @Nullable Instant other) {
    return other == null || one.isAfter(other);
  }

  private static Instant later(@Nullable Instant known, Instant told) {
    return known == null || told.isAfter(known) ? told : known;
  }

  private static @Nullable Instant latest(@Nullable Instant... instants) {
    return Stream.of(instants)
        .flatMap(Stream::ofNullable)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
