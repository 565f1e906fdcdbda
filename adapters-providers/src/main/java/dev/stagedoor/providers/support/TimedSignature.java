package dev.stagedoor.providers.support;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks the header in which several providers sign: {@code t=1700000000,v1=5257...}, where the
 * signature, in hexadecimal digits, is over the time, a dot and the raw body. There may be several
 * signatures while a secret is changed; one is enough.
 */
public final class TimedSignature {
  /** What is to be said of a header. */
  public enum Verdict {
    GOOD,
    /** There is no time or no signature in it. */
    MISSING,
    /** Signed by somebody else, or the body was altered. */
    FORGED,
    /** Signed well, too long ago or in the future: perhaps sent again by somebody else. */
    STALE
  }

  private final HmacSha256 key;
  private final String timeName;
  private final String signatureName;
  private final Duration tolerance;

  /**
   * Names the two parts of the header: {@code t} and {@code v1} at Stripe and Mux, {@code time} and
   * {@code sig1} at Cloudflare.
   */
  public TimedSignature(HmacSha256 key, String timeName, String signatureName, Duration tolerance) {
    this.key = key;
    this.timeName = timeName;
    this.signatureName = signatureName;
    this.tolerance = tolerance;
  }

  public Verdict judge(String header, byte[] body, Instant now) {
    @Nullable String time = null;
    List<String> signatures = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String name = part.substring(0, equals).strip();
        String value = part.substring(equals + 1).strip();
        if (name.equals(timeName) && time == null) {
          time = value;
        } else if (name.equals(signatureName)) {
          signatures.add(value);
        }
      }
    }
    if (time == null || signatures.isEmpty()) {
      return Verdict.MISSING;
    }
    // Once, however many there are to compare: the body may be large, and anybody can send it.
    String ours = key.hex((time + ".").getBytes(StandardCharsets.UTF_8), body);
    boolean signed = false;
    for (String signature : signatures) {
      // No early exit: how long it takes tells nothing.
      signed |= HmacSha256.isEqual(signature.toLowerCase(Locale.ROOT), ours);
    }
    if (!signed) {
      return Verdict.FORGED;
    }
    return SignatureTime.isWithin(tolerance, time, now) ? Verdict.GOOD : Verdict.STALE;
  }

  /** Returns a header as the provider would send it; for tests and stand-ins. */
  public String header(byte[] body, Instant at) {
    String time = Long.toString(at.getEpochSecond());
    byte[] dated = (time + ".").getBytes(StandardCharsets.UTF_8);
    return timeName + "=" + time + "," + signatureName + "=" + key.hex(dated, body);
  }
}
