package dev.stagedoor.providers.iptv;

import dev.stagedoor.providers.support.Cut;
import java.util.Optional;

/** Makes what services write fit to be kept and shown. */
final class Words {
  static final int NAME = 300;
  static final int GROUP = 200;
  static final int GUIDE_ID = 200;
  static final int LOGO = 2000;
  static final int ADDRESS = 4000;

  private Words() {}

  /** Returns a text on one line, without what cannot be shown or stored, and cut to a length. */
  static String of(String text, int longest) {
    return of(text, longest, false);
  }

  /** Returns a text that may have several lines. */
  static String lines(String text, int longest) {
    return of(text, longest, true);
  }

  private static String of(String text, int longest, boolean keepsLines) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), longest));
    for (int i = 0; i < text.length() && kept.length() <= longest; ) {
      int one = text.codePointAt(i);
      i += Character.charCount(one);
      if (keepsLines && one == '\n') {
        kept.append('\n');
      } else if (Character.isISOControl(one) || isHalf(one)) {
        kept.append(' ');
      } else {
        kept.appendCodePoint(one);
      }
    }
    return Cut.to(longest, kept.toString().strip()).strip();
  }

  private static boolean isHalf(int one) {
    return one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE;
  }

  static Optional<String> given(String text, int longest) {
    return Optional.of(of(text, longest)).filter(kept -> !kept.isEmpty());
  }

  /** Returns an address of a picture that a browser may load, empty where it is none. */
  static Optional<String> logo(String text) {
    String stripped = text.strip();
    boolean isWeb =
        stripped.regionMatches(true, 0, "https://", 0, 8)
            || stripped.regionMatches(true, 0, "http://", 0, 7);
    return Optional.of(stripped)
        .filter(
            one ->
                isWeb
                    && one.length() <= LOGO
                    && one.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '<' || c == 0x7f));
  }
}
