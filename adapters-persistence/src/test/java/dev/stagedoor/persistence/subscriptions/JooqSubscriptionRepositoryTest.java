package dev.stagedoor.persistence.subscriptions;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.aSubscription;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.contract.SubscriptionRepositoryContract;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqSubscriptionRepositoryTest implements SubscriptionRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public SubscriptionRepository subscriptions() {
    return OPEN.ports().subscriptions();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }

  @Test
  void theDatabaseRefusesTwoForOneOfTheProviders() {
    Subscription first = aSubscription(anAccountOnFile(), SubscriptionStatus.ACTIVE);
    Subscription second = aSubscription(anAccountOnFile());
    run(() -> subscriptions().save(first));
    run(() -> subscriptions().save(second));

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      Subscription found = subscriptions().lock(second.id()).orElseThrow();
                      found.seen(reading(first, SubscriptionStatus.ACTIVE), NOW);
                      subscriptions().save(found);
                    }))
        .hasStackTraceContaining("subscriptions_by_ref");

    assertThat(write(() -> subscriptions().lock(second.id()).orElseThrow()).ref()).isEmpty();
  }
}
