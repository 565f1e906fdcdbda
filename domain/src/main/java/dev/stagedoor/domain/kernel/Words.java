package dev.stagedoor.domain.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a text as a search sees them: letters and digits of any script, in lower case, with
 * anything else between.
 */
public final class Words {
  /** Nobody searches for more of a word. */
  private static final int LONGEST = 100;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

  private Words() {}

  /** Returns each word once, in the order of the text. */
  public static Set<String> of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Arrays.stream(BETWEEN.split(plain))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, word.offsetByCodePoints(0, length(word))))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
  }

  private static int length(String word) {
    return Math.min(LONGEST, word.codePointCount(0, word.length()));
  }
}
