package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps shows in memory. */
public final class InMemoryShowRepository implements ShowRepository {
  private final InMemoryStore.Table<ShowId, Show.Snapshot> table;

  public InMemoryShowRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Show> find(ShowId id) {
    return table.find(id).map(Show::restore);
  }

  @Override
  public Optional<Show> lock(ShowId id) {
    return table.lock(id).map(Show::restore);
  }

  @Override
  public List<Show> following(ProviderRef post) {
    return all()
        .filter(show -> show.post().filter(post::equals).isPresent())
        .sorted(
            Comparator.comparing(Show::createdAt)
                .thenComparing(show -> show.id().value().toString()))
        .toList();
  }

  @Override
  public void save(Show show) {
    Show.Snapshot now = show.snapshot();
    table.put(now.id(), next(now), Show.Snapshot::version, now.version());
  }

  public Stream<Show> all() {
    return table.rows().map(Show::restore);
  }

  private static Show.Snapshot next(Show.Snapshot of) {
    return new Show.Snapshot(
        of.id(),
        of.workspace(),
        of.name(),
        of.currency(),
        of.post(),
        of.startedAt(),
        of.endedAt(),
        of.createdAt(),
        of.version() + 1);
  }
}
