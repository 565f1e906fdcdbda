package dev.stagedoor.persistence.analytics;

import dev.stagedoor.application.contract.AnalyticsQueriesContract;
import dev.stagedoor.application.port.AnalyticsQueries;
import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.analytics.port.RollUp;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqAnalyticsQueriesTest implements AnalyticsQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public AnalyticsQueries queries() {
    return OPEN.ports().analytics().queries();
  }

  @Override
  public Facts facts() {
    return OPEN.ports().analytics().facts();
  }

  @Override
  public RollUp rollUp() {
    return OPEN.ports().analytics().rollUp();
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
