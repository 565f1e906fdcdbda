package dev.stagedoor.persistence.tv;

import dev.stagedoor.application.contract.ChannelQueriesContract;
import dev.stagedoor.application.port.ChannelQueries;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqChannelQueriesTest implements ChannelQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public ChannelQueries queries() {
    return OPEN.ports().tv().channelQueries();
  }

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
