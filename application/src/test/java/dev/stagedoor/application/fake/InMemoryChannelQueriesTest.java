package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.ChannelQueriesContract;
import dev.stagedoor.domain.fake.InMemoryChannelStore;
import dev.stagedoor.domain.fake.InMemoryPlaylistRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryChannelQueriesTest implements ChannelQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryChannelStore channels = new InMemoryChannelStore(store);
  private final InMemoryPlaylistRepository playlists =
      new InMemoryPlaylistRepository(store, channels);

  @Override
  public InMemoryChannelQueries queries() {
    return new InMemoryChannelQueries(channels);
  }

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
