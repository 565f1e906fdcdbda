package dev.stagedoor.providers.sandbox.library;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/** Makes and checks tokens: {@code <seconds until>.<HMAC of what, whose and until when>}. */
final class PlaybackTokens {
  /** What a token opens. */
  enum What {
    FILM,
    THUMBNAIL
  }

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private final HmacSha256 key;

  /** Takes a key of its own from a secret that signs other things, too. */
  PlaybackTokens(Secret secret) {
    this.key = HmacSha256.of(HmacSha256.of(secret).sign(bytes("stagedoor sandbox playback")));
  }

  String sign(What what, String uid, Instant until) {
    String seconds = Long.toString(until.getEpochSecond());
    return seconds + "." + key.hex(bytes(signed(what, uid, seconds)));
  }

  boolean isGood(String token, What what, String uid, Instant now) {
    int dot = token.indexOf('.');
    if (dot < 0 || !SECONDS.matcher(token.substring(0, dot)).matches()) {
      return false;
    }
    String seconds = token.substring(0, dot);
    boolean isOurs = key.isHex(token.substring(dot + 1), bytes(signed(what, uid, seconds)));
    return isOurs && now.isBefore(Instant.ofEpochSecond(Long.parseLong(seconds)));
  }

  private static String signed(What what, String uid, String seconds) {
    return what + "." + uid + "." + seconds;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
