package dev.stagedoor.providers.support;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Judges the time that is signed with a webhook. */
public final class SignatureTime {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private SignatureTime() {}

  /**
   * Tells whether a time, in seconds since 1970, is at most so far from now, before or after. What
   * is no time is not.
   */
  public static boolean isWithin(Duration tolerance, String seconds, Instant now) {
    if (!SECONDS.matcher(seconds).matches()) {
      return false;
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(seconds));
    return Duration.between(signedAt, now).abs().compareTo(tolerance) <= 0;
  }
}
