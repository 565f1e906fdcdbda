package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.DiscoveryService;
import dev.stagedoor.application.tv.FoundItem;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.Recommendation;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what to show beside what plays or is browsed. */
@Singleton
final class Finder {
  private static final int IN_A_ROW = 6;

  /** Of so many some are left out. */
  private static final int LOOKED_THROUGH = 5 * IN_A_ROW;

  private final DiscoveryService discovery;

  Finder(DiscoveryService discovery) {
    this.discovery = discovery;
  }

  /** Finds what somebody searched all playlists for. */
  Finds search(Actor actor, String asked, PageRequest page) {
    return new Finds(
        Optional.of(asked),
        Optional.of(found(actor, asked, page)),
        List.of(),
        List.of(),
        List.of());
  }

  /** What has no word, or is too long, is called by nothing. */
  private Page<FoundItem> found(Actor actor, String asked, PageRequest page) {
    try {
      return discovery.search(actor, asked, Optional.empty(), page);
    } catch (DomainException refused) {
      if (refused.code() != CommonError.INVALID_VALUE) {
        throw refused;
      }
      return Page.of(List.of(), page, 0);
    }
  }

  /** Finds what a profile may like. */
  Finds suggest(Actor actor, ProfileChoice as) {
    return new Finds(
        Optional.empty(),
        Optional.empty(),
        row(discovery.forYou(actor, as, LOOKED_THROUGH), Recommendation::item),
        row(
            discovery.trending(actor, as, TrendWindow.DAY, Optional.empty(), LOOKED_THROUGH),
            TrendingItem::item),
        List.of());
  }

  /** Finds what belongs to what plays. */
  Finds beside(Actor actor, ProfileChoice as, String itemId) {
    return new Finds(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        row(discovery.similar(actor, as, itemId, LOOKED_THROUGH), Recommendation::item));
  }

  /** Favourites that are in no playlist now cannot be played from here. */
  private static <T> List<T> row(List<T> found, Function<T, ItemView> item) {
    return found.stream()
        .filter(one -> item.apply(one).playlist().isPresent())
        .limit(IN_A_ROW)
        .toList();
  }
}
