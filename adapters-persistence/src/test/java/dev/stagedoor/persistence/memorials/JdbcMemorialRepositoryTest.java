package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.contract.MemorialRepositoryContract;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcMemorialRepositoryTest implements MemorialRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public MemorialRepository memorials() {
    return OPEN.ports().memorials();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
