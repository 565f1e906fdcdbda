package dev.stagedoor.providers.iptv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a line of an extended playlist says: attributes, and after the first comma that is in none
 * of them a title.
 */
record ExtInf(Map<String, String> attributes, String title) {
  /** More are no attributes any more, but an attempt to fill memory. */
  private static final int MOST = 100;

  /** Reads what comes after {@code #EXTINF:} or {@code #EXTM3U}. */
  static ExtInf read(String text) {
    int comma = comma(text);
    return new ExtInf(
        attributes(text.substring(0, comma)),
        comma == text.length() ? "" : text.substring(comma + 1));
  }

  String get(String name) {
    return attributes.getOrDefault(name, "");
  }

  private static int comma(String text) {
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == '"') {
        isQuoted = !isQuoted;
      } else if (one == ',' && !isQuoted) {
        return i;
      }
    }
    // A quote too many: the title is what comes after the last.
    int comma = text.indexOf(',', Math.max(0, text.lastIndexOf('"')));
    return comma < 0 ? text.length() : comma;
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> found = new HashMap<>();
    int at = 0;
    for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', at)) {
      int key = equals;
      while (key > at && isOfAName(text.charAt(key - 1))) {
        key--;
      }
      boolean isQuoted = equals + 1 < text.length() && text.charAt(equals + 1) == '"';
      int from = isQuoted ? equals + 2 : equals + 1;
      int to = isQuoted ? text.indexOf('"', from) : space(text, from);
      to = to < 0 ? text.length() : to;
      if (key < equals && found.size() < MOST) {
        found.putIfAbsent(
            text.substring(key, equals).toLowerCase(Locale.ROOT), text.substring(from, to));
      }
      at = Math.min(text.length(), to + 1);
    }
    return found;
  }

  private static boolean isOfAName(char one) {
    return Character.isLetterOrDigit(one) || one == '-' || one == '_';
  }

  private static int space(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
