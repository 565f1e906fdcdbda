package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.SubscribePagesContract;
import dev.stagedoor.domain.contract.SubscriptionWorld;
import dev.stagedoor.domain.contract.SubscriptionsContract;
import dev.stagedoor.domain.subscriptions.port.SubscribePages;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;

class FakeSubscriptionsTest implements SubscriptionsContract, SubscribePagesContract {
  private final FakeSubscriptions subscriptions = new FakeSubscriptions();

  @Override
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  @Override
  public SubscribePages pages() {
    return subscriptions.pages();
  }

  @Override
  public SubscriptionWorld world() {
    return subscriptions;
  }
}
