package dev.stagedoor.application.fake;

import dev.stagedoor.domain.kernel.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares texts by the groups of three letters in their words, as PostgreSQL's pg_trgm does. */
final class Trigrams {
  private Trigrams() {}

  /** Returns in thousandths how many of both they share. */
  static int similarity(String one, String other) {
    return shared(new HashSet<>(of(one)), new HashSet<>(of(other)));
  }

  /** Returns in thousandths how alike a text is to that part of another that it is most like. */
  static int wordSimilarity(String part, String whole) {
    Set<String> wanted = new HashSet<>(of(part));
    List<String> all = of(whole);
    int best = 0;
    for (int from = 0; from < all.size(); from++) {
      Set<String> extent = new HashSet<>();
      for (int to = from; to < all.size(); to++) {
        extent.add(all.get(to));
        Set<String> common = new HashSet<>(wanted);
        common.retainAll(extent);
        best = Math.max(best, common.size() * 1000 / wanted.size());
        if (to - from > 2 * wanted.size()) {
          break;
        }
      }
    }
    return Math.min(best, 1000);
  }

  private static int shared(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    int all = one.size() + other.size() - common.size();
    return all == 0 ? 0 : common.size() * 1000 / all;
  }

  private static List<String> of(String text) {
    List<String> trigrams = new ArrayList<>();
    for (String word : Words.of(text)) {
      String padded = "  " + word + " ";
      for (int i = 0; i + 3 <= padded.length(); i++) {
        trigrams.add(padded.substring(i, i + 3));
      }
    }
    return trigrams;
  }
}
