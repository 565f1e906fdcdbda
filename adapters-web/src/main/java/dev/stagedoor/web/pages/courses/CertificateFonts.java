package dev.stagedoor.web.pages.courses;

import com.lowagie.text.pdf.BaseFont;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;

/**
 * The fonts certificates are set in: Liberation Serif, which comes with the program, for Latin,
 * Greek and Cyrillic letters, and what the machine has for all others.
 */
final class CertificateFonts {
  private static final CertificateFonts ALL =
      new CertificateFonts(List.of(bundled(), new Font(Font.SERIF, Font.PLAIN, 1)));

  private final List<Font> fonts;

  CertificateFonts(List<Font> fonts) {
    this.fonts = List.copyOf(fonts);
  }

  static CertificateFonts all() {
    return ALL;
  }

  /** Returns only what comes with the program. */
  static CertificateFonts bundledOnly() {
    return new CertificateFonts(List.of(bundled()));
  }

  /** Tells whether every letter of a text can be written, so that none becomes a box. */
  boolean canWrite(String text) {
    return text.codePoints()
        .filter(letter -> !isInvisible(letter))
        .allMatch(letter -> fonts.stream().anyMatch(font -> font.canDisplay(letter)));
  }

  /** Sets a text, each stretch of letters in the first font that has them. */
  AttributedString set(String text, float size) {
    AttributedString set = new AttributedString(text);
    Font last = fonts.get(0);
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      int end = at + Character.charCount(letter);
      // Marks and spaces stay with the letter before, or it would not be shaped with them.
      if (!(isJoined(letter) && last.canDisplay(letter))) {
        last = fonts.stream().filter(font -> font.canDisplay(letter)).findFirst().orElse(last);
      }
      set.addAttribute(TextAttribute.FONT, last.deriveFont(size), at, end);
      at = end;
    }
    return set;
  }

  private static boolean isJoined(int letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT
        || Character.isWhitespace(letter);
  }

  private static boolean isInvisible(int letter) {
    return Character.getType(letter) == Character.FORMAT || Character.isWhitespace(letter);
  }

  private static Font bundled() {
    try (InputStream in =
        BaseFont.class.getResourceAsStream("/liberation/LiberationSerif-Regular.ttf")) {
      if (in == null) {
        throw new IllegalStateException("missing Liberation Serif");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("Liberation Serif cannot be read", e);
    }
  }
}
