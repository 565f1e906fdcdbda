package dev.stagedoor.providers.stripe;

import static dev.stagedoor.domain.contract.SubscriptionsContract.aSubscription;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.SubscribePagesContract;
import dev.stagedoor.domain.contract.SubscriptionWorld;
import dev.stagedoor.domain.contract.SubscriptionsContract;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PageReading;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscribeOutcome;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import dev.stagedoor.domain.subscriptions.port.SubscribePages;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;
import java.net.URI;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeSubscriptionsContractTest implements SubscriptionsContract, SubscribePagesContract {
  private final StripeFixture fixture = new StripeFixture();
  private final StripeStub stub = fixture.stub;
  private final World world = new World();

  @AfterEach
  void stop() {
    stub.close();
  }

  @Override
  public Subscriptions subscriptions() {
    return fixture.stripe().subscriptionProvider().subscriptions();
  }

  @Override
  public SubscribePages pages() {
    return fixture.stripe().subscriptionProvider().pages();
  }

  @Override
  public SubscriptionWorld world() {
    return world;
  }

  private final class World implements SubscriptionWorld {
    @Override
    public PlanPrice price() {
      return monthly("price_basic", 799);
    }

    @Override
    public PlanPrice otherPrice() {
      return monthly("price_premium", 1499);
    }

    @Override
    public PlanPrice noPrice() {
      return monthly("price_nobody_knows", 999);
    }

    private PlanPrice monthly(String price, long minor) {
      return new PlanPrice(
          ProviderRef.of("stripe", price), new Money(minor, Currency.getInstance("USD")));
    }

    @Override
    public ProviderRef subscribe(URI page) {
      return ProviderRef.of("stripe", stub.subscribe(page));
    }

    @Override
    public void expire(URI page) {
      String session = page.getPath().substring(page.getPath().lastIndexOf('/') + 1);
      if (stub.things("acct_operator", session).get(0).path("status").asText().equals("open")) {
        stub.put(session, "status", "expired");
      }
    }

    @Override
    public void endPeriod(ProviderRef subscription) {
      stub.endPeriod(subscription.value());
    }

    @Override
    public void failNextPayment(ProviderRef subscription) {
      stub.put(subscription.value(), "status", "past_due");
    }

    @Override
    public void standStrangely(ProviderRef subscription) {
      stub.put(subscription.value(), "status", "dreaming");
    }

    @Override
    public void loseNextAnswer() {
      stub.loseAnswerAfter(0);
    }

    @Override
    public int pagesOf(SubscriptionId subscription) {
      return (int)
          stub.things("acct_operator", "cs_").stream()
              .filter(
                  one ->
                      one.path("client_reference_id")
                          .asText()
                          .equals(subscription.value().toString()))
              .count();
    }

    @Override
    public int plansOf(ProviderRef subscription) {
      return stub.things("acct_operator", subscription.value())
          .get(0)
          .path("items")
          .path("data")
          .size();
    }

    @Override
    public void fail(FarSideFailure how) {
      stub.fail(how);
    }

    @Override
    public void recover() {
      fixture.recover();
    }
  }

  @Test
  void aPageSaysAllThatWasAsked() {
    SubscriptionRequest request = aSubscription(world.price(), Optional.empty(), 7);

    SubscribeOutcome outcome = subscriptions().begin(request);

    JsonNode page = stub.things("acct_operator", "cs_").get(0);
    assertThat(((SubscribeOutcome.Opened) outcome).session()).isEqualTo(page.path("id").asText());
    JsonNode asked = page.path("asked");
    assertThat(asked.path("customer_email").asText()).isEqualTo(request.email().value());
    assertThat(asked.path("success_url").asText()).isEqualTo(request.whenDone().toString());
    assertThat(asked.path("cancel_url").asText()).isEqualTo(request.whenGivenUp().toString());
    assertThat(asked.path("subscription_data[trial_period_days]").asText()).isEqualTo("7");
  }

  @Test
  void aPageThatStandsStrangelyIsUnknown() {
    var opened = (SubscribeOutcome.Opened) subscriptions().begin(aSubscription(world.price()));
    stub.put(opened.session(), "status", "dreaming");

    assertThat(pages().find(ProviderRef.of("stripe", opened.session())))
        .isInstanceOf(PageReading.Unknown.class);
  }
}
