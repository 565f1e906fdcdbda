package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.contract.FuneralDirectorRepositoryContract;
import dev.stagedoor.domain.memorials.port.FuneralDirectorRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcFuneralDirectorRepositoryTest implements FuneralDirectorRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public FuneralDirectorRepository directors() {
    return OPEN.ports().funeralDirectors();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
