package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.library.VideoId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What we have Mux keep with a thing ({@code passthrough}, 255 characters at most): our id, and the
 * hash of the key it was made under, by which it is found again. Mux has no idempotency keys.
 */
record MuxReference(String value) {
  private static final Pattern VIDEO =
      Pattern.compile("vid_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.[0-9a-f]{32}");

  /** Makes the reference of what is made for a thing under a key. */
  static MuxReference of(Object id, IdempotencyKey key) {
    return new MuxReference(id + "." + hash(key.value()));
  }

  /** Returns our id of the video that this stands at, empty when it is none of ours. */
  static Optional<VideoId> videoOf(@Nullable String passthrough) {
    if (passthrough == null) {
      return Optional.empty();
    }
    Matcher ours = VIDEO.matcher(passthrough);
    return ours.matches()
        ? Optional.of(new VideoId(UUID.fromString(ours.group(1))))
        : Optional.empty();
  }

  private static String hash(String key) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
