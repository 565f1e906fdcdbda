package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.WebhookInboxContract;
import dev.stagedoor.domain.fake.InMemoryStore;
import java.util.function.Supplier;

class InMemoryWebhookInboxTest implements WebhookInboxContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox(store);

  @Override
  public InMemoryWebhookInbox inbox() {
    return inbox;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
