package dev.stagedoor.providers.sandbox.subscriptions;

import dev.stagedoor.domain.contract.SubscribePagesContract;
import dev.stagedoor.domain.contract.SubscriptionWorld;
import dev.stagedoor.domain.contract.SubscriptionsContract;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.port.SubscribePages;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFailures;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.payments.Card;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;

class SandboxSubscriptionsContractTest implements SubscriptionsContract, SubscribePagesContract {
  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;
  private final World world = new World();

  @Override
  public Subscriptions subscriptions() {
    return sandbox.subscriptionProvider().subscriptions();
  }

  @Override
  public SubscribePages pages() {
    return sandbox.subscriptionProvider().pages();
  }

  @Override
  public SubscriptionWorld world() {
    return world;
  }

  private final class World extends SandboxFailures implements SubscriptionWorld {
    private World() {
      super(sandbox.line());
    }

    @Override
    public PlanPrice price() {
      return monthly("price_basic", 799);
    }

    @Override
    public PlanPrice otherPrice() {
      return monthly("price_usd_9900_year_premium", 825);
    }

    @Override
    public PlanPrice noPrice() {
      return monthly("price_of_nothing", 0);
    }

    private PlanPrice monthly(String price, long minor) {
      return new PlanPrice(
          ProviderRef.of("sandbox", price), new Money(minor, Currency.getInstance("USD")));
    }

    @Override
    public ProviderRef subscribe(URI page) {
      String id = page.getPath().substring(page.getPath().lastIndexOf('/') + 1);
      Session done = sandbox.subscribers().subscribe(id, Card.of("4242424242424242")).orElseThrow();
      return ProviderRef.of("sandbox", String.valueOf(done.subscription()));
    }

    @Override
    public void expire(URI page) {
      fixture.clock.pass(Duration.ofHours(24));
    }

    private void passPeriod(ProviderRef subscription) {
      Plan plan = sandbox.subscribers().find(subscription.value()).orElseThrow();
      fixture.clock.pass(Duration.between(fixture.clock.instant(), plan.paidUntil()));
    }

    @Override
    public void endPeriod(ProviderRef subscription) {
      passPeriod(subscription);
    }

    @Override
    public void failNextPayment(ProviderRef subscription) {
      sandbox.subscribers().giveCard(subscription.value(), Card.of("4000000000000341"));
      passPeriod(subscription);
    }

    @Override
    public void standStrangely(ProviderRef subscription) {
      fixture.rewrite(
          "subscriptions", subscription.value(), "\"state\":\"active\"", "\"state\":\"dreaming\"");
    }

    @Override
    public void loseNextAnswer() {
      sandbox.line().loseNextAnswer();
    }

    @Override
    public int pagesOf(SubscriptionId subscription) {
      return (int)
          sandbox.subscribers().newestPages(1000).stream()
              .filter(page -> page.subscriptionId().equals(subscription.value()))
              .count();
    }

    @Override
    public int plansOf(ProviderRef subscription) {
      return (int)
          sandbox.subscribers().newest(1000).stream()
              .filter(plan -> plan.id().equals(subscription.value()))
              .count();
    }
  }
}
