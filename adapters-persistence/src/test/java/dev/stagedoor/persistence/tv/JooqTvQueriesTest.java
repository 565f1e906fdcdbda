package dev.stagedoor.persistence.tv;

import dev.stagedoor.application.contract.TvQueriesContract;
import dev.stagedoor.application.port.TvQueries;
import dev.stagedoor.application.port.WebhookInbox;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import dev.stagedoor.domain.tv.port.ClientRepository;
import dev.stagedoor.domain.tv.port.CreditLedger;
import dev.stagedoor.domain.tv.port.PlanRepository;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTvQueriesTest implements TvQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public TvQueries queries() {
    return OPEN.ports().tv().queries();
  }

  @Override
  public AccountRepository accounts() {
    return OPEN.ports().accounts();
  }

  @Override
  public PlanRepository plans() {
    return OPEN.ports().tv().plans();
  }

  @Override
  public SubscriberRepository subscribers() {
    return OPEN.ports().tv().subscribers();
  }

  @Override
  public SubscriptionRepository subscriptions() {
    return OPEN.ports().subscriptions();
  }

  @Override
  public ClientRepository clients() {
    return OPEN.ports().tv().clients();
  }

  @Override
  public CreditLedger credits() {
    return OPEN.ports().tv().credits();
  }

  @Override
  public WebhookInbox inbox() {
    return OPEN.ports().webhookInbox();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
