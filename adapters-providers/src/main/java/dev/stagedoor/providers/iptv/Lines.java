package dev.stagedoor.providers.iptv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads text line by line, each in UTF-8 or, where it is not, in Latin-1. Never holds more than one
 * line.
 */
final class Lines {
  static final int LONGEST = 64 << 10;
  private static final int PIECE = 8192;

  private final InputStream in;
  private final byte[] piece = new byte[PIECE];
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private byte[] line = new byte[1024];
  private int length;
  private int at;
  private int end;
  private boolean isFirst = true;

  Lines(InputStream in) {
    this.in = in;
  }

  /**
   * Returns the next line without its end, null after the last. One that is empty may be left out.
   *
   * @throws PlaylistException when it is too long
   */
  @Nullable String next() throws IOException {
    length = 0;
    while (true) {
      if (at == end) {
        end = in.read(piece, 0, PIECE);
        at = 0;
        if (end < 0) {
          end = 0;
          return length == 0 ? null : text();
        }
      }
      int from = at;
      while (at < end && piece[at] != '\n' && piece[at] != '\r') {
        at++;
      }
      add(from, at);
      if (at < end) {
        at++;
        if (length > 0) {
          return text();
        }
      }
    }
  }

  private void add(int from, int to) {
    int more = to - from;
    if (length + more > LONGEST) {
      throw PlaylistException.tooLarge("a line of more than " + LONGEST + " bytes");
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(line.length * 2, length + more)));
    }
    System.arraycopy(piece, from, line, length, more);
    length += more;
  }

  private String text() {
    int from = isFirst && hasMark() ? 3 : 0;
    isFirst = false;
    try {
      return utf8.decode(ByteBuffer.wrap(line, from, length - from)).toString();
    } catch (CharacterCodingException e) {
      return new String(line, from, length - from, StandardCharsets.ISO_8859_1);
    }
  }

  private boolean hasMark() {
    return length >= 3
        && line[0] == (byte) 0xef
        && line[1] == (byte) 0xbb
        && line[2] == (byte) 0xbf;
  }
}
