package dev.stagedoor.persistence.library;

import dev.stagedoor.domain.contract.VideoAssetListsContract;
import dev.stagedoor.domain.contract.VideoAssetRepositoryContract;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcVideoAssetRepositoryTest
    implements VideoAssetRepositoryContract, VideoAssetListsContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public VideoAssetRepository videos() {
    return OPEN.ports().videoAssets();
  }

  @Override
  public VideoAssetLists lists() {
    return OPEN.ports().videoAssetLists();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
