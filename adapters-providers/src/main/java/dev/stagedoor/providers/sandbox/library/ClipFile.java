package dev.stagedoor.providers.sandbox.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Tells films from other files by how they begin. */
final class ClipFile {
  static final String NOT_A_VIDEO = "not_a_video";
  private static final byte[] MP4 = "ftyp".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MATROSKA = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
  private static final int PACKET = 188;
  private static final byte PACKET_BEGINS = 0x47;

  private ClipFile() {}

  /** Returns the code by which the far side refuses to prepare a file, empty for a film. */
  static Optional<String> refusal(byte[] file) {
    return isMp4(file) || isMatroska(file) || isTransportStream(file)
        ? Optional.empty()
        : Optional.of(NOT_A_VIDEO);
  }

  private static boolean isMp4(byte[] file) {
    return file.length >= 8 && Arrays.equals(file, 4, 8, MP4, 0, 4);
  }

  private static boolean isMatroska(byte[] file) {
    return file.length >= 4 && Arrays.equals(file, 0, 4, MATROSKA, 0, 4);
  }

  private static boolean isTransportStream(byte[] file) {
    return file.length >= PACKET
        && file[0] == PACKET_BEGINS
        && (file.length == PACKET || file[PACKET] == PACKET_BEGINS);
  }
}
