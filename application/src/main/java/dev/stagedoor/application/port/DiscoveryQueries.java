package dev.stagedoor.application.port;

import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.Candidate;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.Seed;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import java.util.List;
import java.util.Optional;

/**
 * Looks for what an audience may want to watch, among what it has, and nothing else. What fewer
 * than three accounts watched counts for nobody else. All methods need an open unit of work.
 */
public interface DiscoveryQueries {
  /** Lists what most people watched lately, the first first. */
  List<TrendingItem> trending(
      Audience audience, TrendWindow window, Optional<String> type, int most);

  /** Lists what the profile watched, the last first, as far as it can still be found. */
  List<Seed> watched(Audience audience, int most);

  /** Finds something of the audience's own. */
  Optional<Seed> find(Audience audience, String itemId);

  /**
   * Lists what those watched who watched one of these, what belongs to it most first, without what
   * the profile completed. One thing may be there for several.
   */
  List<Candidate> watchedTogether(Audience audience, List<Seed> seeds, int most);

  /**
   * Lists what is of the same type and called alike, or in the same group, without what the profile
   * completed.
   */
  List<Candidate> alike(Audience audience, Seed seed, int most);

  /**
   * Lists the first of the playlist that was fetched last, films and episodes before channels: no
   * service tells since when it has something.
   */
  List<ItemView> newest(Audience audience, int most);
}
