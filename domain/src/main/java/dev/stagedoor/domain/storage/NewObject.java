package dev.stagedoor.domain.storage;

import java.util.regex.Pattern;

/**
 * Announces a file that somebody will send: its exact size in bytes and its media type, as in
 * {@code video/mp4}.
 */
public record NewObject(ObjectKey key, long bytes, String mediaType) {
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}");

  public NewObject {
    if (bytes < 1) {
      throw new IllegalArgumentException("a file has one byte or more");
    }
    if (!isMediaType(mediaType)) {
      throw new IllegalArgumentException("not a media type: " + mediaType);
    }
  }

  /** Tells whether a text is a media type that a file can be announced with. */
  public static boolean isMediaType(String text) {
    return MEDIA_TYPE.matcher(text).matches();
  }
}
