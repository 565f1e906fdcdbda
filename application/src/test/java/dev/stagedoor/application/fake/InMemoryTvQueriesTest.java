package dev.stagedoor.application.fake;

import dev.stagedoor.application.contract.TvQueriesContract;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryClientRepository;
import dev.stagedoor.domain.fake.InMemoryCreditLedger;
import dev.stagedoor.domain.fake.InMemoryPlanRepository;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.fake.InMemorySubscriberRepository;
import dev.stagedoor.domain.fake.InMemorySubscriptionRepository;
import java.util.function.Supplier;

class InMemoryTvQueriesTest implements TvQueriesContract {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryPlanRepository plans = new InMemoryPlanRepository(store);
  private final InMemorySubscriberRepository subscribers = new InMemorySubscriberRepository(store);
  private final InMemorySubscriptionRepository subscriptions =
      new InMemorySubscriptionRepository(store);
  private final InMemoryClientRepository clients = new InMemoryClientRepository(store);
  private final InMemoryCreditLedger credits = new InMemoryCreditLedger(store);
  private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox(store);

  @Override
  public InMemoryTvQueries queries() {
    return new InMemoryTvQueries(
        accounts, plans, subscribers, subscriptions, clients, credits, inbox);
  }

  @Override
  public InMemoryAccountRepository accounts() {
    return accounts;
  }

  @Override
  public InMemoryPlanRepository plans() {
    return plans;
  }

  @Override
  public InMemorySubscriberRepository subscribers() {
    return subscribers;
  }

  @Override
  public InMemorySubscriptionRepository subscriptions() {
    return subscriptions;
  }

  @Override
  public InMemoryClientRepository clients() {
    return clients;
  }

  @Override
  public InMemoryCreditLedger credits() {
    return credits;
  }

  @Override
  public InMemoryWebhookInbox inbox() {
    return inbox;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return store.write(work);
  }
}
