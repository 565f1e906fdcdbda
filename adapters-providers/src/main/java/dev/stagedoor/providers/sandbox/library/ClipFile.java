package dev.stagedoor.providers.sandbox.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Tells films from other files by how they begin. */
final class ClipFile {
  static final String NOT_A_VIDEO = "not_a_video";

  /** As much of a file as has to be seen. */
  static final int BEGINNING = 512;

  private static final byte[] MP4 = "ftyp".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MATROSKA = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
  private static final String WEBM = "webm";
  private static final int PACKET = 188;
  private static final byte PACKET_BEGINS = 0x47;
  private static final Map<String, String> MEDIA_TYPES =
      Map.of("mp4", "video/mp4", WEBM, "video/webm", "mkv", "video/x-matroska", "ts", "video/mp2t");

  private ClipFile() {}

  /** Returns how the name of such a film ends; empty when it is none. */
  static Optional<String> ending(byte[] file) {
    if (isMp4(file)) {
      return Optional.of("mp4");
    }
    if (isMatroska(file)) {
      return Optional.of(isWebm(file) ? WEBM : "mkv");
    }
    return isTransportStream(file) ? Optional.of("ts") : Optional.empty();
  }

  /** Returns the media type that goes with an ending. */
  static String mediaType(String ending) {
    return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static boolean isMp4(byte[] file) {
    return file.length >= 8 && Arrays.equals(file, 4, 8, MP4, 0, 4);
  }

  private static boolean isMatroska(byte[] file) {
    return file.length >= 4 && Arrays.equals(file, 0, 4, MATROSKA, 0, 4);
  }

  /** The kind of document stands among the first things it says of itself. */
  private static boolean isWebm(byte[] file) {
    return new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1)
        .contains(WEBM);
  }

  private static boolean isTransportStream(byte[] file) {
    return file.length >= PACKET
        && file[0] == PACKET_BEGINS
        && (file.length == PACKET || file[PACKET] == PACKET_BEGINS);
  }
}
