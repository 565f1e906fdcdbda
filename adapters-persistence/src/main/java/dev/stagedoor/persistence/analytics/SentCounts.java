package dev.stagedoor.persistence.analytics;

import java.nio.ByteBuffer;

/**
 * Reads a {@code bigint[]} as {@code array_send} writes it, which is how PostgreSQL sends arrays in
 * binary: hundreds of thousands of counts are read for one answer, and as objects they would take
 * most of its time.
 */
final class SentCounts {
  private static final int HEADER = 3 * Integer.BYTES;
  private static final int LOWER_BOUND = Integer.BYTES;
  private static final int LENGTH = Integer.BYTES;

  private SentCounts() {}

  static long[] read(byte[] sent) {
    ByteBuffer from = ByteBuffer.wrap(sent);
    int dimensions = from.getInt();
    if (dimensions == 0) {
      return new long[0];
    }
    from.position(HEADER);
    long[] counts = new long[from.getInt()];
    from.position(from.position() + LOWER_BOUND);
    for (int i = 0; i < counts.length; i++) {
      from.position(from.position() + LENGTH);
      counts[i] = from.getLong();
    }
    return counts;
  }
}
