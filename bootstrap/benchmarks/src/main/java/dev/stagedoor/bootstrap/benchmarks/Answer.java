package dev.stagedoor.bootstrap.benchmarks;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What counts of an HTTP/1.1 response.
 *
 * @param isLast whether the server closes the connection after it
 */
record Answer(int status, boolean isLast) {
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  /** Reads a response that fills the first bytes; null while some of it is missing. */
  static @Nullable Answer of(byte[] bytes, int filled) {
    int head = endOfHead(bytes, filled);
    if (head < 0) {
      return null;
    }
    int status = number(bytes, STATUS_AT, STATUS_AT + 3);
    int length = 0;
    boolean last = false;
    int line = nextLine(bytes, 0);
    while (line < head - 2) {
      int next = nextLine(bytes, line);
      if (startsWith(bytes, line, "content-length:")) {
        length = number(bytes, line + "content-length:".length(), next - 2);
      } else if (startsWith(bytes, line, "connection: close")) {
        last = true;
      } else if (startsWith(bytes, line, "transfer-encoding:")) {
        throw new IllegalStateException(
            "a response of unknown length: "
                + new String(bytes, 0, filled, StandardCharsets.UTF_8));
      }
      line = next;
    }
    return filled < head + length ? null : new Answer(status, last);
  }

  private static int endOfHead(byte[] bytes, int filled) {
    for (int i = 3; i < filled; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int nextLine(byte[] bytes, int from) {
    int i = from;
    while (bytes[i] != '\n') {
      i++;
    }
    return i + 1;
  }

  private static boolean startsWith(byte[] bytes, int from, String lowerCase) {
    for (int i = 0; i < lowerCase.length(); i++) {
      if (Character.toLowerCase((char) bytes[from + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from, int to) {
    String digits = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    return Integer.parseInt(digits.strip());
  }
}
