package dev.stagedoor.domain.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a name is written in the address of a page: letters and digits of any script, with hyphens
 * between.
 */
public final class SlugText {
  /** Room that is always left for a number, so that no two attempts give the same text. */
  private static final int LONGEST_SUFFIX = 5;

  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}]+(-[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{Nd}]+)*");
  private static final Pattern NOT_KEPT = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final Pattern LATIN_ACCENTS = Pattern.compile("(?<=[a-z])\\p{Mn}+");
  private static final Pattern STRAY_MARKS = Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}])\\p{M}+");

  private SlugText() {}

  /**
   * Refuses what is written in another way, or is too long.
   *
   * @throws IllegalArgumentException as such a text comes from nowhere but a mistake
   */
  public static void check(String text, int maxLength) {
    if (text.length() > maxLength || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a slug: " + text);
    }
  }

  /** Writes a name so, as long as it is; empty when it has no letter and no digit. */
  public static String of(String name) {
    // Compatibility decomposition: styled capitals, as in 𝐀, have no lower case of their own.
    String lower = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String plain = STRAY_MARKS.matcher(LATIN_ACCENTS.matcher(lower).replaceAll("")).replaceAll("");
    return trim(NOT_KEPT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFC)).replaceAll("-"));
  }

  /** Cuts to a length and adds a number from the second attempt on. */
  public static String numbered(String base, int maxLength, int attempt) {
    String suffix = attempt == 1 ? "" : "-" + attempt;
    return trim(cut(base, maxLength - LONGEST_SUFFIX)) + suffix;
  }

  private static String cut(String text, int room) {
    if (text.length() <= room) {
      return text;
    }
    boolean halvesALetter = Character.isHighSurrogate(text.charAt(room - 1));
    return text.substring(0, halvesALetter ? room - 1 : room);
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == '-') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == '-') {
      to--;
    }
    return text.substring(from, to);
  }
}
