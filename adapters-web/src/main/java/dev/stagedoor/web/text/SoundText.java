package dev.stagedoor.web.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells what can be kept as it was sent. */
public final class SoundText {
  private SoundText() {}

  /** Tells whether a text has neither the character 0 nor half a character. */
  public static boolean isSound(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /**
   * Tells the same of what a percent-encoded text stands for, and whether that is UTF-8. A percent
   * sign without two digits is left to those who read it.
   */
  static boolean isSoundEncoded(CharSequence encoded) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(decoded(encoded));
      return isSound(text.toString());
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  private static ByteBuffer decoded(CharSequence encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int at = 0; at < encoded.length(); at++) {
      char next = encoded.charAt(at);
      int value = next == '%' ? digits(encoded, at + 1) : -1;
      if (value >= 0) {
        bytes.write(value);
        at += 2;
      } else {
        // What is not encoded is no part of a character that is.
        bytes.write(next == 0 || next > 0x7f ? '?' : next);
      }
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static int digits(CharSequence encoded, int at) {
    if (at + 2 > encoded.length()) {
      return -1;
    }
    int high = Character.digit(encoded.charAt(at), 16);
    int low = Character.digit(encoded.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
