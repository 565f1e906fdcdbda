package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.contract.FavoriteRepositoryContract;
import dev.stagedoor.domain.tv.port.FavoriteRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqFavoriteRepositoryTest implements FavoriteRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public FavoriteRepository favorites() {
    return OPEN.ports().tv().favorites();
  }

  @Override
  public ViewerProfileRepository profiles() {
    return OPEN.ports().tv().profiles();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
