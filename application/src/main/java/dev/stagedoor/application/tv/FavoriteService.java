package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Favorite;
import java.util.Optional;

/** What the profiles of an account want to find again. */
@SuppressWarnings("DoNotCallSuggester")
public final class FavoriteService {
  /**
   * Adds a favorite; one that is there takes the new name and logo.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code PLAN_LIMIT}, {@code
   *     SUBSCRIPTION_NEEDED}
   */
  public SavedFavorite save(
      Actor actor,
      ProfileChoice as,
      String itemId,
      String itemType,
      String itemName,
      Optional<String> itemLogo) {
    throw new UnsupportedOperationException();
  }

  /** Lists them, the newest first. */
  public Page<Favorite> list(
      Actor actor, ProfileChoice as, Optional<String> type, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Removes one; nothing happens where it is not there. */
  public void remove(Actor actor, ProfileChoice as, String itemId) {
    throw new UnsupportedOperationException();
  }
}
