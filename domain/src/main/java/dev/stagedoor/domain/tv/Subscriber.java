package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.auth.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who watches: from when on, and until when for nothing.
 *
 * @param trialEndsAt empty where the person had their trial under another account
 */
public record Subscriber(UserId id, Instant since, @Nullable Instant trialEndsAt) {
  /**
   * Begins.
   *
   * @param isNew whether the person behind the account has had no trial yet
   */
  public static Subscriber begin(UserId id, boolean isNew, Duration trial, Instant now) {
    return new Subscriber(id, now, isNew ? now.plus(trial) : null);
  }

  public Optional<Instant> trial() {
    return Optional.ofNullable(trialEndsAt);
  }

  public boolean isInTrial(Instant now) {
    return trialEndsAt != null && now.isBefore(trialEndsAt);
  }
}
