package dev.stagedoor.persistence.memorials;

import dev.stagedoor.application.contract.MemorialQueriesContract;
import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.memorials.port.FuneralDirectorRepository;
import dev.stagedoor.domain.memorials.port.GuestBookRepository;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqMemorialQueriesTest implements MemorialQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public MemorialQueries queries() {
    return OPEN.ports().memorialQueries();
  }

  @Override
  public MemorialRepository memorials() {
    return OPEN.ports().memorials();
  }

  @Override
  public FuneralDirectorRepository directors() {
    return OPEN.ports().funeralDirectors();
  }

  @Override
  public GuestBookRepository guestBook() {
    return OPEN.ports().guestBooks();
  }

  @Override
  public AccountRepository accounts() {
    return OPEN.ports().accounts();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
