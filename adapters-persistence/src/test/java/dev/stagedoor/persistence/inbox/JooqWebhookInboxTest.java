package dev.stagedoor.persistence.inbox;

import dev.stagedoor.application.contract.WebhookInboxContract;
import dev.stagedoor.application.port.WebhookInbox;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqWebhookInboxTest implements WebhookInboxContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public WebhookInbox inbox() {
    return OPEN.ports().webhookInbox();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
