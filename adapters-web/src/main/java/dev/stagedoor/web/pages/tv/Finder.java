package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.DiscoveryService;
import dev.stagedoor.application.tv.FoundItem;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds what to show beside what plays or is browsed. */
@Singleton
final class Finder {
  private static final int IN_A_ROW = 6;

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
        discovery.forYou(actor, as, IN_A_ROW),
        discovery.trending(actor, as, TrendWindow.DAY, Optional.empty(), IN_A_ROW),
        List.of());
  }

  /** Finds what belongs to what plays. */
  Finds beside(Actor actor, ProfileChoice as, String itemId) {
    return new Finds(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        discovery.similar(actor, as, itemId, IN_A_ROW));
  }
}
