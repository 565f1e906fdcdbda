package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.CancelWhen;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscribeOutcome;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.SubscriptionReading;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link Subscriptions} does. */
public interface SubscriptionsContract {
  Subscriptions subscriptions();

  SubscriptionWorld world();

  /** Asks for a page under a key of its own. */
  static SubscriptionRequest aSubscription(PlanPrice price) {
    return aSubscription(price, Optional.empty(), 0);
  }

  /** Asks for a page under a key of its own. */
  static SubscriptionRequest aSubscription(
      PlanPrice price, Optional<ProviderRef> customer, int trialDays) {
    UUID id = UUID.randomUUID();
    return new SubscriptionRequest(
        new SubscriptionId(id),
        price,
        new EmailAddress("ada." + id + "@example.org"),
        customer,
        trialDays,
        URI.create("https://tv.example/welcome"),
        URI.create("https://tv.example/plans"),
        new IdempotencyKey("subscription-" + id));
  }

  private SubscribeOutcome.Opened opened(SubscriptionRequest request) {
    return (SubscribeOutcome.Opened) subscriptions().begin(request);
  }

  private ProviderRef subscribed() {
    return subscribed(aSubscription(world().price()));
  }

  private ProviderRef subscribed(SubscriptionRequest request) {
    return world().subscribe(opened(request).page());
  }

  private SubscriptionReading.Known known(ProviderRef subscription) {
    return (SubscriptionReading.Known) subscriptions().find(subscription);
  }

  private static IdempotencyKey aKey() {
    return new IdempotencyKey("change-" + UUID.randomUUID());
  }

  private ProviderRef nobody() {
    return new ProviderRef(world().price().ref().provider(), "nobody");
  }

  private static boolean isUnknown(SubscriptionReading reading) {
    return reading instanceof SubscriptionReading.Unknown;
  }

  private static void assertRejected(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));
  }

  @Test
  default void beginningGivesAPageAndTheSameKeyTheSamePage() {
    SubscriptionRequest request = aSubscription(world().price());

    SubscribeOutcome.Opened opened = opened(request);

    assertThat(opened.page().getScheme()).startsWith("http");
    assertThat(opened.session()).isNotBlank();
    assertThat(opened(request)).isEqualTo(opened);
    assertThat(world().pagesOf(request.subscription())).isEqualTo(1);
    SubscribeOutcome.Opened other = opened(aSubscription(world().price()));
    assertThat(other.page()).isNotEqualTo(opened.page());
    assertThat(other.session()).isNotEqualTo(opened.session());
  }

  @Test
  default void whoSubscribedIsActiveAndPaidForAWhile() {
    SubscriptionRequest request = aSubscription(world().price());

    SubscriptionReading.Known known = known(subscribed(request));

    assertThat(known.subscription()).contains(request.subscription());
    assertThat(known.price()).isEqualTo(request.price().ref());
    assertThat(known.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(known.endsAtPeriodEnd()).isFalse();
    assertThat(known(known.ref())).isEqualTo(known);
  }

  @Test
  default void aTrialComesFirst() {
    SubscriptionReading.Known trial =
        known(subscribed(aSubscription(world().price(), Optional.empty(), 7)));
    assertThat(trial.status()).isEqualTo(SubscriptionStatus.TRIALING);

    world().endPeriod(trial.ref());

    assertThat(known(trial.ref()).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  default void aPaidPeriodFollowsTheOther() {
    SubscriptionReading.Known first = known(subscribed());

    world().endPeriod(first.ref());

    SubscriptionReading.Known second = known(first.ref());
    assertThat(second.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(second.paidUntil()).isAfter(first.paidUntil());
  }

  @Test
  default void aPaymentThatFailsIsPastDue() {
    ProviderRef subscription = subscribed();

    world().failNextPayment(subscription);

    assertThat(known(subscription).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
  }

  @Test
  default void whoComesAgainIsTheSameCustomer() {
    ProviderRef customer = known(subscribed()).customer();

    SubscriptionReading.Known again =
        known(subscribed(aSubscription(world().price(), Optional.of(customer), 0)));

    assertThat(again.customer()).isEqualTo(customer);
  }

  @Test
  default void aPriceOrACustomerNobodyKnowsIsRefused() {
    assertThat(subscriptions().begin(aSubscription(world().noPrice())))
        .isInstanceOf(SubscribeOutcome.Refused.class);
    assertThat(subscriptions().begin(aSubscription(world().price(), Optional.of(nobody()), 0)))
        .isInstanceOf(SubscribeOutcome.Refused.class);
  }

  @Test
  default void aSubscriptionNobodyHasIsUnknownAndCannotBeChanged() {
    assertThat(subscriptions().find(nobody())).isInstanceOf(SubscriptionReading.Unknown.class);
    assertRejected(() -> subscriptions().change(nobody(), world().price(), aKey()));
    assertRejected(() -> subscriptions().cancel(nobody(), CancelWhen.NOW));
    assertRejected(() -> subscriptions().cancel(nobody(), CancelWhen.AT_PERIOD_END));
  }

  @Test
  default void aCustomerGetsAPageOfTheirOwn() {
    ProviderRef customer = known(subscribed()).customer();
    URI comeBack = URI.create("https://tv.example/account");

    assertThat(subscriptions().portal(customer, comeBack).getScheme()).startsWith("http");
    assertRejected(() -> subscriptions().portal(nobody(), comeBack));
  }

  @Test
  default void aChangeReplacesThePlan() {
    ProviderRef subscription = subscribed();
    IdempotencyKey key = aKey();

    SubscriptionReading changed = subscriptions().change(subscription, world().otherPrice(), key);
    SubscriptionReading again = subscriptions().change(subscription, world().otherPrice(), key);

    assertThat(changed).isEqualTo(again).isEqualTo(known(subscription));
    assertThat(known(subscription).price()).isEqualTo(world().otherPrice().ref());
    assertThat(world().plansOf(subscription)).isEqualTo(1);
  }

  @Test
  default void aChangeToAPriceNobodyKnowsOrOfWhatIsOverIsRejected() {
    ProviderRef subscription = subscribed();
    assertRejected(() -> subscriptions().change(subscription, world().noPrice(), aKey()));

    subscriptions().cancel(subscription, CancelWhen.NOW);

    assertRejected(() -> subscriptions().change(subscription, world().otherPrice(), aKey()));
    assertThat(known(subscription).price()).isEqualTo(world().price().ref());
  }

  @Test
  default void cancelledAtOnceItIsOver() {
    ProviderRef subscription = subscribed();

    SubscriptionReading.Known ended =
        (SubscriptionReading.Known) subscriptions().cancel(subscription, CancelWhen.NOW);

    assertThat(ended.status()).isEqualTo(SubscriptionStatus.ENDED);
    assertThat(known(subscription)).isEqualTo(ended);
    for (CancelWhen when : CancelWhen.values()) {
      assertThat(subscriptions().cancel(subscription, when)).isEqualTo(ended);
    }
  }

  @Test
  default void cancelledAtTheEndItGoesOnUntilThen() {
    ProviderRef subscription = subscribed();

    SubscriptionReading.Known cancelled =
        (SubscriptionReading.Known) subscriptions().cancel(subscription, CancelWhen.AT_PERIOD_END);

    assertThat(cancelled.endsAtPeriodEnd()).isTrue();
    assertThat(cancelled.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(subscriptions().cancel(subscription, CancelWhen.AT_PERIOD_END)).isEqualTo(cancelled);

    world().endPeriod(subscription);

    assertThat(known(subscription).status()).isEqualTo(SubscriptionStatus.ENDED);
  }

  @Test
  default void aStandingNobodyHasHeardOfIsUnknown() {
    ProviderRef subscription = subscribed();
    world().standStrangely(subscription);

    assertThat(subscriptions().find(subscription)).isInstanceOf(SubscriptionReading.Unknown.class);
  }

  @Test
  default void aLostAnswerIsUnknownAndTheSameKeyGivesTheOnePage() {
    SubscriptionRequest request = aSubscription(world().price());
    world().loseNextAnswer();

    assertThat(subscriptions().begin(request)).isInstanceOf(SubscribeOutcome.Unknown.class);
    world().recover();
    opened(request);
    assertThat(world().pagesOf(request.subscription())).isEqualTo(1);
  }

  @Test
  default void aLostAnswerToCancellingIsUnknown() {
    ProviderRef subscription = subscribed();
    world().loseNextAnswer();

    assertThat(subscriptions().cancel(subscription, CancelWhen.NOW))
        .isInstanceOf(SubscriptionReading.Unknown.class);
    world().recover();
    assertThat(((SubscriptionReading.Known) subscriptions().cancel(subscription, CancelWhen.NOW)))
        .isEqualTo(known(subscription));
  }

  @Test
  default void beginningFailsAsEveryCallThatMayHaveActed() {
    SubscriptionRequest request = aSubscription(world().price());

    FailureClauses.eachIsThrownOrUnknown(
        world(),
        () -> subscriptions().begin(request),
        outcome -> outcome instanceof SubscribeOutcome.Unknown);
  }

  @Test
  default void changingFailsAsEveryCallThatMayHaveActed() {
    ProviderRef subscription = subscribed();
    IdempotencyKey key = aKey();

    FailureClauses.eachIsThrownOrUnknownAfterAsking(
        world(),
        () -> subscriptions().change(subscription, world().otherPrice(), key),
        SubscriptionsContract::isUnknown,
        () -> assertThat(world().plansOf(subscription)).isEqualTo(1));
  }

  @Test
  default void cancellingFailsAsEveryCallThatMayHaveActed() {
    for (CancelWhen when : CancelWhen.values()) {
      ProviderRef subscription = subscribed();

      FailureClauses.eachIsThrownOrUnknown(
          world(),
          () -> subscriptions().cancel(subscription, when),
          SubscriptionsContract::isUnknown);
    }
  }

  @Test
  default void thePortalFailsAsEveryCall() {
    ProviderRef customer = known(subscribed()).customer();

    FailureClauses.eachIsThrown(
        world(), () -> subscriptions().portal(customer, URI.create("https://tv.example/account")));
  }

  @Test
  default void aQuestionThatFailsIsUnknown() {
    ProviderRef subscription = subscribed();

    FailureClauses.eachIsAnOutcome(
        world(), () -> subscriptions().find(subscription), SubscriptionsContract::isUnknown);
    assertThat(known(subscription).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }
}
