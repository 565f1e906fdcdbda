package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.FavoriteRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps favorites in memory. */
public final class InMemoryFavoriteRepository implements FavoriteRepository {
  private static final Comparator<Favorite> NEWEST_FIRST =
      Comparator.comparing(Favorite::addedAt).thenComparing(Favorite::itemId).reversed();

  private final InMemoryStore.Table<Key, Favorite> table;
  private final InMemoryViewerProfileRepository profiles;

  private record Key(ProfileId profile, String itemId) {}

  /** Keeps favorites that are removed with their profiles. */
  public InMemoryFavoriteRepository(InMemoryStore store, InMemoryViewerProfileRepository profiles) {
    this.table = store.table();
    this.profiles = profiles;
    profiles.removeWith(this::removeOf);
  }

  @Override
  public Optional<Favorite> find(ProfileId profile, String itemId) {
    return table.find(new Key(profile, itemId));
  }

  @Override
  public Favorite save(Favorite favorite) {
    Key key = new Key(favorite.profile(), favorite.itemId());
    Favorite saved =
        new Favorite(
            favorite.profile(),
            favorite.itemId(),
            favorite.itemType(),
            favorite.itemName(),
            favorite.itemLogo(),
            table.lock(key).map(Favorite::addedAt).orElse(favorite.addedAt()));
    table.put(key, saved);
    return saved;
  }

  @Override
  public Page<Favorite> list(ProfileId profile, Optional<String> type, PageRequest page) {
    List<Favorite> all =
        table
            .rows()
            .filter(favorite -> favorite.profile().equals(profile))
            .filter(favorite -> type.isEmpty() || favorite.itemType().equals(type.get()))
            .sorted(NEWEST_FIRST)
            .toList();
    return Page.of(all.stream().skip(page.offset()).limit(page.limit()).toList(), page, all.size());
  }

  @Override
  public int count(UserId owner) {
    List<ProfileId> theirs = profiles.of(owner).stream().map(ViewerProfile::id).toList();
    return Math.toIntExact(
        table.rows().filter(favorite -> theirs.contains(favorite.profile())).count());
  }

  @Override
  public void remove(ProfileId profile, String itemId) {
    table.remove(new Key(profile, itemId));
  }

  private void removeOf(ProfileId profile) {
    table
        .rows()
        .filter(favorite -> favorite.profile().equals(profile))
        .forEach(favorite -> remove(profile, favorite.itemId()));
  }
}
