package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.PlaylistRepositoryContract;
import java.util.function.Supplier;

class InMemoryPlaylistRepositoryTest implements PlaylistRepositoryContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryChannelStore channels = new InMemoryChannelStore(store);
  private final InMemoryPlaylistRepository playlists =
      new InMemoryPlaylistRepository(store, channels);

  @Override
  public InMemoryPlaylistRepository playlists() {
    return playlists;
  }

  @Override
  public InMemoryChannelStore channels() {
    return channels;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
