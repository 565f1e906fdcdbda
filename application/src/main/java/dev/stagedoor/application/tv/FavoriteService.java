package dev.stagedoor.application.tv;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.Item;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.port.FavoriteRepository;
import java.time.Clock;
import java.util.Optional;

/** What the profiles of an account want to find again. */
public final class FavoriteService {
  private final UnitOfWork work;
  private final FavoriteRepository favorites;
  private final Entitlements entitlements;
  private final Viewing viewing;
  private final Clock clock;

  public FavoriteService(
      UnitOfWork work,
      FavoriteRepository favorites,
      Entitlements entitlements,
      Viewing viewing,
      Clock clock) {
    this.work = work;
    this.favorites = favorites;
    this.entitlements = entitlements;
    this.viewing = viewing;
    this.clock = clock;
  }

  /**
   * Adds a favorite; one that is there takes the new name and logo.
   *
   * @throws DomainException {@code PLAN_LIMIT}, {@code SUBSCRIPTION_NEEDED}
   */
  public SavedFavorite save(
      Actor actor,
      ProfileChoice as,
      String itemId,
      String itemType,
      String itemName,
      Optional<String> itemLogo) {
    UserId owner = actor.userId();
    ProfileId profile = viewing.profile(owner, as);
    Favorite wanted = new Favorite(profile, itemId, itemType, itemName, itemLogo, clock.instant());
    return work.write(
        () -> {
          Entitlement may = entitlements.locked(owner);
          may.mustBeGood();
          viewing.mustBeWithin(may.limits(), owner, profile);
          boolean isNew = favorites.find(profile, wanted.itemId()).isEmpty();
          int limit = may.limits().favorites();
          if (isNew && favorites.count(owner) >= limit) {
            throw Limits.reached("favorites", limit);
          }
          return new SavedFavorite(favorites.save(wanted), isNew);
        });
  }

  /** Lists them, the newest first. */
  public Page<Favorite> list(
      Actor actor, ProfileChoice as, Optional<String> type, PageRequest page) {
    ProfileId profile = viewing.profile(actor.userId(), as);
    return work.read(() -> favorites.list(profile, type.map(Item::type), page));
  }

  /** Removes one; nothing happens where it is not there. */
  public void remove(Actor actor, ProfileChoice as, String itemId) {
    ProfileId profile = viewing.profile(actor.userId(), as);
    work.run(() -> favorites.remove(profile, Item.id(itemId)));
  }
}
