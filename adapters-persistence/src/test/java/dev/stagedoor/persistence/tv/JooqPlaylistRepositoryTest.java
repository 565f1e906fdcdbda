package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.contract.PlaylistRepositoryContract;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPlaylistRepositoryTest implements PlaylistRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public PlaylistRepository playlists() {
    return OPEN.ports().tv().playlists();
  }

  @Override
  public ChannelStore channels() {
    return OPEN.ports().tv().channels();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
