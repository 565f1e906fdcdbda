package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with gaps, which are marked by {@code @A@}, {@code @B@} and so on in the order of what
 * they are filled with. Filling copies bytes and does nothing else.
 */
final class Template {
  private final List<byte[]> pieces = new ArrayList<>();
  private final List<Integer> gaps = new ArrayList<>();
  private final int size;

  Template(String text) {
    int from = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      if (at + 2 < text.length() && text.charAt(at + 2) == '@') {
        pieces.add(text.substring(from, at).getBytes(UTF_8));
        gaps.add(text.charAt(at + 1) - 'A');
        from = at + 3;
        at += 2;
      }
    }
    pieces.add(text.substring(from).getBytes(UTF_8));
    size = text.length();
  }

  byte[] fill(String... values) {
    ByteArrayOutputStream filled = new ByteArrayOutputStream(size + 128);
    for (int i = 0; i < gaps.size(); i++) {
      filled.writeBytes(pieces.get(i));
      filled.writeBytes(values[gaps.get(i)].getBytes(UTF_8));
    }
    filled.writeBytes(pieces.get(gaps.size()));
    return filled.toByteArray();
  }
}
