package dev.stagedoor.application.tv;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.subscriptions.OpenedSubscription;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscribeOutcome;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionEvent;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People who watch, and the provider they pay. */
final class LivingRoom {
  static final String BASIC = "price_basic_monthly";
  static final String FAMILY = "price_family_monthly";
  static final String PREMIUM = "price_premium_monthly";
  static final URI DONE = URI.create("https://app.syncstream.tv/success");
  static final URI GIVEN_UP = URI.create("https://app.syncstream.tv/pricing");
  static final Duration TRIAL = Duration.ofDays(7);

  final InMemoryStagedoor house = new InMemoryStagedoor();

  /** Somebody who watches. */
  record Viewer(EmailAddress email, Actor actor) {
    UserId id() {
      return actor.userId();
    }
  }

  Viewer signsUp() {
    return signsUp(house.anAddress());
  }

  Viewer signsUp(EmailAddress email) {
    return new Viewer(email, house.aSubscriber(email, "John Doe"));
  }

  /** Somebody whose trial is over. */
  Viewer watchedBefore() {
    Viewer viewer = signsUp();
    house.clock().advance(TRIAL);
    return viewer;
  }

  OpenedSubscription opens(Viewer viewer, String price, String key) {
    return house
        .stagedoor()
        .tvSubscriptions()
        .checkout(
            viewer.actor(), ProfileChoice.none(), price, DONE, GIVEN_UP, new IdempotencyKey(key));
  }

  /** Lets somebody subscribe, and the provider tell of it. */
  ProviderRef subscribes(Viewer viewer, String price) {
    ProviderRef subscription = pays(opens(viewer, price, "first").page());
    tells(subscription);
    return subscription;
  }

  /** Somebody subscribes at our provider, but not here. */
  ProviderRef subscribesElsewhere() {
    SubscriptionId id = new SubscriptionId(UUID.randomUUID());
    SubscribeOutcome begun =
        house
            .subscriptionProvider()
            .begin(
                new SubscriptionRequest(
                    id,
                    new PlanPrice(new ProviderRef(InMemoryStagedoor.FAKE, BASIC), Samples.usd(499)),
                    house.anAddress(),
                    Optional.empty(),
                    0,
                    DONE,
                    GIVEN_UP,
                    new IdempotencyKey("elsewhere-" + id.value())));
    return pays(((SubscribeOutcome.Opened) begun).page());
  }

  ProviderRef pays(URI page) {
    return house.subscriptionProvider().subscribe(page);
  }

  RawWebhook news(ProviderRef subscription) {
    return house
        .webhooks()
        .delivery(new SubscriptionEvent.SubscriptionChanged(subscription, Optional.empty()));
  }

  RawWebhook failure(ProviderRef subscription) {
    return house
        .webhooks()
        .delivery(new SubscriptionEvent.PaymentFailed(subscription, Optional.empty()));
  }

  void tells(ProviderRef subscription) {
    house.deliver(news(subscription));
  }

  /** Has the next bill fail, and the provider tell of it twice over, as it does. */
  void failsToPay(ProviderRef subscription) {
    house.subscriptionProvider().failNextPayment(subscription);
    house.deliver(failure(subscription));
    tells(subscription);
  }

  Entitlement of(Viewer viewer) {
    return house.stagedoor().subscribers().me(viewer.actor()).entitlement();
  }

  Entitlement.Source source(Viewer viewer) {
    return of(viewer).source();
  }

  /** Returns what was written to somebody about their subscription, the oldest first. */
  List<OutgoingMessage> written(Viewer viewer) {
    return house.mailsTo(viewer.email()).stream()
        .filter(mail -> !mail.content().subject().startsWith("Welcome"))
        .filter(mail -> !mail.content().subject().startsWith("Your trial ends"))
        .toList();
  }

  /** Returns the subjects of that. */
  List<String> mails(Viewer viewer) {
    return written(viewer).stream().map(mail -> mail.content().subject()).toList();
  }

  List<Subscription> kept(Viewer viewer) {
    return house.unitOfWork().read(() -> house.subscriptions().of(viewer.id()));
  }

  Subscription only(Viewer viewer) {
    return kept(viewer).get(0);
  }
}
