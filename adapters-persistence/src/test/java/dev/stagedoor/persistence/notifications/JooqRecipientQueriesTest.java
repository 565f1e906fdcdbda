package dev.stagedoor.persistence.notifications;

import dev.stagedoor.application.contract.RecipientQueriesContract;
import dev.stagedoor.application.port.RecipientQueries;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqRecipientQueriesTest implements RecipientQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public RecipientQueries recipients() {
    return OPEN.ports().notifications().recipients();
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
