package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.SubscriptionWorld;
import dev.stagedoor.domain.contract.SubscriptionsContract;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;

class FakeSubscriptionsTest implements SubscriptionsContract {
  private final FakeSubscriptions subscriptions = new FakeSubscriptions();

  @Override
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  @Override
  public SubscriptionWorld world() {
    return subscriptions;
  }
}
