package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.contract.GuestBookRepositoryContract;
import dev.stagedoor.domain.memorials.port.GuestBookRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcGuestBookRepositoryTest implements GuestBookRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public GuestBookRepository guestBook() {
    return OPEN.ports().guestBooks();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
