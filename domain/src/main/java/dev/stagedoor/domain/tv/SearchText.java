package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Words;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody searches for. All its words are looked for, the last one by its beginning, for it
 * may still be typed. Accents count for nothing.
 *
 * @param words in the order they were typed, each once
 * @param folded the text in small letters, for comparing it as a whole
 */
public record SearchText(List<String> words, String folded) {
  public static final int MAX_LENGTH = 200;
  public static final int MAX_WORDS = 10;
  private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  public SearchText {
    words = List.copyOf(words);
  }

  /**
   * Reads what was typed; of very many words the first count.
   *
   * @throws DomainException {@code INVALID_VALUE} where it has no word, or is too long
   */
  public static SearchText of(String typed) {
    if (typed.length() > MAX_LENGTH) {
      throw DomainException.invalid(Fault.longerThan("q", MAX_LENGTH));
    }
    List<String> words = wordsOf(typed).stream().limit(MAX_WORDS).toList();
    if (words.isEmpty()) {
      throw DomainException.invalid("q", "blank");
    }
    String folded = SPACES.matcher(typed.replace('\0', ' ')).replaceAll(" ").strip();
    return new SearchText(words, folded.toLowerCase(Locale.ROOT));
  }

  /** Returns the words of a text as they are searched for: without accents, each once. */
  public static Set<String> wordsOf(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return Words.of(ACCENTS.matcher(parts).replaceAll(""));
  }

  /** Tells whether a text has all the words, and one that begins as the last does. */
  public boolean isIn(String text) {
    Set<String> there = wordsOf(text);
    int last = words.size() - 1;
    return there.containsAll(words.subList(0, last))
        && there.stream().anyMatch(word -> word.startsWith(words.get(last)));
  }
}
