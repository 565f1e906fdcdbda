package dev.stagedoor.providers.firebase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token says by itself, whoever made it. Read before the SDK sees the token, because that
 * throws whatever comes its way where a token lacks a time or a subject.
 */
record FirebaseJwt(String subject, Instant expiresAt) {
  private static final Pattern SIGNED =
      Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.[A-Za-z0-9_-]+");
  private static final Pattern UNSIGNED = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.");
  // Google's are 1 to 2 KiB; claims of ours may have 1,000 characters.
  private static final int LONGEST = 8_192;
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  /** Reads a token that has a signature, or one of the emulator's, which have none. */
  static Optional<FirebaseJwt> read(Secret token, boolean isEmulated) {
    if (token.reveal().length() > LONGEST) {
      return Optional.empty();
    }
    Matcher form = (isEmulated ? UNSIGNED : SIGNED).matcher(token.reveal());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      JsonNode header = part(form.group(1));
      JsonNode payload = part(form.group(2));
      boolean isWhole =
          header.path("alg").isTextual()
              && (isEmulated || header.path("kid").isTextual())
              && isTime(payload.path("iat"))
              && isTime(payload.path("exp"))
              && payload.path("sub").isTextual()
              && !payload.path("sub").textValue().isBlank();
      return isWhole
          ? Optional.of(
              new FirebaseJwt(
                  payload.path("sub").textValue(),
                  Instant.ofEpochSecond(payload.path("exp").longValue())))
          : Optional.empty();
    } catch (IllegalArgumentException notJson) {
      return Optional.empty();
    }
  }

  private static JsonNode part(String encoded) {
    return Json.read(Base64.getUrlDecoder().decode(encoded));
  }

  private static boolean isTime(JsonNode seconds) {
    return seconds.isIntegralNumber()
        && seconds.canConvertToLong()
        && seconds.longValue() > 0
        && seconds.longValue() <= LAST_SECOND;
  }
}
