package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.FoundItem;
import dev.stagedoor.application.tv.Recommendation;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.domain.kernel.Page;
import java.util.List;
import java.util.Optional;

/**
 * What there is to watch beyond the playlist that is browsed.
 *
 * @param asked what somebody searched all playlists for
 * @param found what that brought; empty where nobody searched
 * @param alike what belongs to what plays
 */
public record Finds(
    Optional<String> asked,
    Optional<Page<FoundItem>> found,
    List<Recommendation> forYou,
    List<TrendingItem> trending,
    List<Recommendation> alike) {
  static Finds none() {
    return new Finds(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
  }
}
