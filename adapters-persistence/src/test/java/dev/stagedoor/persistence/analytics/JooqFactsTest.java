package dev.stagedoor.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.contract.FactsContract;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JooqFactsTest implements FactsContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public Facts facts() {
    return OPEN.ports().analytics().facts();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update analytics_facts set amount = 1",
        "delete from analytics_facts",
        "truncate analytics_facts"
      })
  void nobodyTakesAnythingBack(String statement) {
    assertThatThrownBy(() -> OPEN.database().run(statement))
        .hasStackTraceContaining("analytics_facts only grows");
  }
}
