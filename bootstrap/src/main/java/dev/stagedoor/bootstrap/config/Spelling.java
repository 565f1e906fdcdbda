package dev.stagedoor.bootstrap.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a misspelt name was meant to be. */
final class Spelling {
  private Spelling() {}

  /** Returns the most similar name, if any is similar: no more than one letter in four differs. */
  static Optional<String> nearest(String name, Collection<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(known -> distance(name, known)))
        .filter(known -> distance(name, known) * 4 <= name.length());
  }

  /** Counts the letters to put in, take out or change to get from one to the other. */
  static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(changed, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
