package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps playlists in memory. */
public final class InMemoryPlaylistRepository implements PlaylistRepository {
  private final InMemoryStore.Table<PlaylistId, Playlist.Snapshot> table;
  private final InMemoryChannelStore channels;

  /** Keeps playlists whose channels are removed with them. */
  public InMemoryPlaylistRepository(InMemoryStore store, InMemoryChannelStore channels) {
    this.table = store.table();
    this.channels = channels;
    channels.ask(playlist -> table.find(playlist).isPresent());
  }

  @Override
  public Optional<Playlist> find(PlaylistId id) {
    return table.find(id).map(Playlist::restore);
  }

  @Override
  public Optional<Playlist> lock(PlaylistId id) {
    return table.lock(id).map(Playlist::restore);
  }

  @Override
  public List<Playlist> of(UserId owner) {
    return all()
        .filter(playlist -> playlist.owner().equals(owner))
        .sorted(
            Comparator.comparing(Playlist::createdAt)
                .thenComparing(playlist -> playlist.id().value().toString()))
        .toList();
  }

  @Override
  public void save(Playlist playlist) {
    Playlist.Snapshot now = playlist.snapshot();
    table.put(now.id(), next(now), Playlist.Snapshot::version, now.version());
  }

  @Override
  public void remove(PlaylistId id) {
    table.remove(id);
    channels.removeOf(id);
  }

  public Stream<Playlist> all() {
    return table.rows().map(Playlist::restore);
  }

  private static Playlist.Snapshot next(Playlist.Snapshot of) {
    return new Playlist.Snapshot(
        of.id(),
        of.owner(),
        of.name(),
        of.access(),
        of.status(),
        of.edition(),
        of.shown(),
        of.channels(),
        of.problem(),
        of.fetchedAt(),
        of.createdAt(),
        of.version() + 1);
  }
}
