package dev.stagedoor.application.tv;

import dev.stagedoor.application.tv.Recommendation.Reason;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Blends what speaks for things to watch. Each is there once, however many services offer it; the
 * more speaks for it, the higher its score, and what speaks most is its reason.
 */
final class Blend {
  static final int MOST = 1_000;

  /** What many watch speaks less than what this one watched, and what is new least. */
  private static final int TRENDING = 200;

  private static final int NEWEST = 20;

  private static final Comparator<Entry> BEST_FIRST =
      Comparator.comparingInt((Entry entry) -> entry.score).reversed();

  private final Set<String> without;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private int trending;

  /** What speaks for one thing. */
  private static final class Entry {
    private ItemView item;
    private Reason reason;
    private Optional<String> because;
    private int strongest;
    private int score;

    Entry(ItemView item, int score, Reason reason, Optional<String> because) {
      this.item = item;
      this.reason = reason;
      this.because = because;
      this.strongest = score;
      this.score = score;
    }

    void add(ItemView found, int more, Reason why, Optional<String> about) {
      score = MOST - (MOST - score) * (MOST - more) / MOST;
      if (more > strongest) {
        strongest = more;
        item = found;
        reason = why;
        because = about;
      }
    }
  }

  /**
   * @param without keys of what is not wanted
   */
  Blend(Set<String> without) {
    this.without = Set.copyOf(without);
  }

  void add(Candidate candidate, Reason reason) {
    add(candidate.item(), candidate.score(), reason, Optional.of(candidate.because()));
  }

  /** Takes what many watch; the first of them speaks most for itself. */
  void addTrending(TrendingItem found) {
    add(found.item(), Math.max(NEWEST + 1, TRENDING - trending), Reason.TRENDING, Optional.empty());
    trending++;
  }

  void addNewest(ItemView item) {
    add(item, NEWEST, Reason.NEWEST, Optional.empty());
  }

  private void add(ItemView item, int score, Reason reason, Optional<String> because) {
    String key = Seed.key(item.itemType(), item.name());
    if (without.contains(key)) {
      return;
    }
    int bounded = Math.max(0, Math.min(MOST, score));
    Entry known = entries.get(key);
    if (known == null) {
      entries.put(key, new Entry(item, bounded, reason, because));
    } else {
      known.add(item, bounded, reason, because);
    }
  }

  /** Returns how many different things there are. */
  int size() {
    return entries.size();
  }

  /** Returns those for which most speaks; of two for which as much speaks, what came first. */
  List<Recommendation> best(int most) {
    return entries.values().stream()
        .sorted(BEST_FIRST)
        .limit(most)
        .map(entry -> new Recommendation(entry.item, entry.score, entry.reason, entry.because))
        .toList();
  }
}
