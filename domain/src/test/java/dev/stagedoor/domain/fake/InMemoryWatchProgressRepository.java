package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.Telling;
import dev.stagedoor.domain.tv.WatchProgress;
import dev.stagedoor.domain.tv.Watched;
import dev.stagedoor.domain.tv.port.WatchProgressRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps in memory how far people watched. */
public final class InMemoryWatchProgressRepository implements WatchProgressRepository {
  private static final Comparator<WatchProgress> LAST_FIRST =
      Comparator.comparing((WatchProgress progress) -> progress.stamp().at())
          .thenComparing(WatchProgress::itemId)
          .reversed();

  private final InMemoryStore.Table<Key, WatchProgress> table;
  private final InMemoryViewerProfileRepository profiles;

  private record Key(ProfileId profile, String itemId) {}

  /** Keeps what is removed with the profiles that watched. */
  public InMemoryWatchProgressRepository(
      InMemoryStore store, InMemoryViewerProfileRepository profiles) {
    this.table = store.table();
    this.profiles = profiles;
    profiles.removeWith(this::removeOf);
  }

  @Override
  public List<Optional<WatchProgress>> tell(List<Telling> tellings) {
    return tellings.stream().map(this::tell).toList();
  }

  private Optional<WatchProgress> tell(Telling telling) {
    ProfileId profile = telling.profile();
    Watched told = telling.watched();
    Instant now = telling.now();
    Key key = new Key(profile, told.itemId());
    Optional<WatchProgress> known = table.lock(key);
    if (profiles.find(telling.owner(), profile).isEmpty()) {
      return Optional.empty();
    }
    WatchProgress next =
        known
            .map(progress -> progress.and(told, now))
            .orElseGet(() -> WatchProgress.first(profile, told, now));
    table.put(key, next);
    return Optional.of(next);
  }

  @Override
  public Optional<WatchProgress> find(ProfileId profile, String itemId) {
    return table.find(new Key(profile, itemId));
  }

  @Override
  public Page<WatchProgress> list(ProfileId profile, PageRequest page) {
    List<WatchProgress> all =
        table
            .rows()
            .filter(progress -> progress.profile().equals(profile))
            .sorted(LAST_FIRST)
            .toList();
    return Page.of(all.stream().skip(page.offset()).limit(page.limit()).toList(), page, all.size());
  }

  @Override
  public void remove(ProfileId profile, String itemId) {
    table.remove(new Key(profile, itemId));
  }

  /** Returns what all profiles watched. */
  public Stream<WatchProgress> all() {
    return table.rows();
  }

  private void removeOf(ProfileId profile) {
    table
        .rows()
        .filter(progress -> progress.profile().equals(profile))
        .forEach(progress -> remove(profile, progress.itemId()));
  }
}
