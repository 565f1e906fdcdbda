package dev.stagedoor.providers.sandbox.webhooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One webhook and what became of it.
 *
 * @param wanted how many good answers are still wanted
 * @param nextAttemptAt when it is tried next, null when it is not
 * @param responseStatus the HTTP status of the last answer, null where none came
 */
public record Delivery(
    String id,
    String path,
    String type,
    String body,
    Instant createdAt,
    Status status,
    int wanted,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant lastAttemptAt,
    @Nullable Integer responseStatus,
    @Nullable String problem) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofHours(24);

  /** How far a delivery has come. */
  public enum Status {
    PENDING,
    DELIVERED,
    ABANDONED
  }

  static Delivery of(Notice notice) {
    return new Delivery(
        notice.id(),
        notice.path(),
        notice.type(),
        notice.body(),
        notice.at(),
        Status.PENDING,
        notice.times(),
        0,
        notice.notBefore(),
        null,
        null,
        null);
  }

  boolean isDue(Instant now) {
    return nextAttemptAt != null && !nextAttemptAt.isAfter(now);
  }

  boolean isPending() {
    return status == Status.PENDING;
  }

  /** Notes an attempt before it is made; should it be cut off, it is made again after the lease. */
  Delivery attempted(Instant now, Duration lease) {
    return new Delivery(
        id,
        path,
        type,
        body,
        createdAt,
        status,
        wanted,
        attempts + 1,
        now.plus(lease),
        now,
        responseStatus,
        problem);
  }

  Delivery answered(int answer, Instant now) {
    if (answer < 200 || answer > 299) {
      return failed(answer, "answered " + answer, now);
    }
    int left = Math.max(0, wanted - 1);
    return new Delivery(
        id,
        path,
        type,
        body,
        createdAt,
        left == 0 ? Status.DELIVERED : status,
        left,
        attempts,
        left == 0 ? null : now,
        lastAttemptAt,
        answer,
        null);
  }

  Delivery unanswered(String why, Instant now) {
    return failed(null, why, now);
  }

  private Delivery failed(@Nullable Integer answer, String why, Instant now) {
    boolean givenUp = createdAt.plus(PATIENCE).isBefore(now);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(0, attempts - 1), 10));
    return new Delivery(
        id,
        path,
        type,
        body,
        createdAt,
        givenUp ? Status.ABANDONED : status,
        wanted,
        attempts,
        givenUp ? null : now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause),
        lastAttemptAt,
        answer,
        why);
  }

  /** Wants the delivery made once more, unchanged. */
  Delivery again(Instant now) {
    return new Delivery(
        id,
        path,
        type,
        body,
        createdAt,
        Status.PENDING,
        Math.max(1, wanted),
        attempts,
        now,
        lastAttemptAt,
        responseStatus,
        problem);
  }
}
