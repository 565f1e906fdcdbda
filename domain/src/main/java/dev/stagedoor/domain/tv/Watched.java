package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a device tells of how far somebody is with something.
 *
 * @param stamp when that was so
 */
public record Watched(
    String itemId,
    Optional<String> itemType,
    int progressSeconds,
    Optional<Integer> durationSeconds,
    Stamp stamp) {
  public static final int MOST_SECONDS = 10_000_000;
  public static final int MAX_DEVICE = 100;
  private static final int DONE_PERCENT = 90;

  /**
   * @throws DomainException {@code INVALID_VALUE}
   */
  public Watched {
    itemId = Item.id(itemId);
    itemType = itemType.map(Item::type);
    if (progressSeconds < 0 || progressSeconds > MOST_SECONDS) {
      throw DomainException.invalid(Fault.outside("progressSeconds", 0, MOST_SECONDS));
    }
    if (durationSeconds.filter(length -> length < 1 || length > MOST_SECONDS).isPresent()) {
      throw DomainException.invalid(Fault.outside("durationSeconds", 1, MOST_SECONDS));
    }
    if (stamp.device().length() > MAX_DEVICE) {
      throw DomainException.invalid(Fault.longerThan("deviceId", MAX_DEVICE));
    }
    if (stamp.device().chars().anyMatch(Character::isISOControl)) {
      throw DomainException.invalid("deviceId", "form");
    }
  }

  /**
   * Reckons when a device did something, by our clock.
   *
   * @param clientTime when it did it, by its own clock
   * @param sentAt what its clock showed when it told: by so much as that differs from ours, it is
   *     wrong
   * @return never later than now: else a clock that is ahead would win for a long time
   */
  public static Instant when(Optional<Instant> clientTime, Optional<Instant> sentAt, Instant now) {
    Instant said = clientTime.orElse(now);
    Instant ours = sentAt.map(sent -> said.plus(Duration.between(sent, now))).orElse(said);
    return (ours.isAfter(now) ? now : ours).truncatedTo(ChronoUnit.MICROS);
  }

  /** Tells whether by this alone somebody has seen it to the end, or nearly. */
  public boolean isDone() {
    return durationSeconds
        .filter(length -> (long) progressSeconds * 100 >= (long) length * DONE_PERCENT)
        .isPresent();
  }
}
