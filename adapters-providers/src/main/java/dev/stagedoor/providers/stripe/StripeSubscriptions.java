package dev.stagedoor.providers.stripe;

import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps subscriptions by Stripe Billing: a Checkout page to begin on, and the customer portal. */
final class StripeSubscriptions implements Subscriptions {
  static final String OUR_ID = "stagedoor_subscription";
  private static final Merchant OPERATOR = new Merchant.Operator();

  private final StripeCalls calls;

  StripeSubscriptions(StripeCalls calls) {
    this.calls = calls;
  }

  @Override
  public SubscribeOutcome begin(SubscriptionRequest request) {
    try {
      return page(request);
    } catch (ProviderException problem) {
      return switch (problem.kind()) {
        case REJECTED -> new SubscribeOutcome.Refused(StripeCalls.code(problem));
        case UNREADABLE ->
            new SubscribeOutcome.Unknown("Stripe's answer was lost or made no sense");
        case UNAUTHORISED, RATE_LIMITED, UNAVAILABLE -> throw problem;
      };
    }
  }

  private SubscribeOutcome.Opened page(SubscriptionRequest request) {
    String ours = request.subscription().value().toString();
    SessionCreateParams.SubscriptionData.Builder subscription =
        SessionCreateParams.SubscriptionData.builder().putMetadata(OUR_ID, ours);
    if (request.trialDays() > 0) {
      subscription.setTrialPeriodDays((long) request.trialDays());
    }
    SessionCreateParams.Builder session =
        SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
            .addLineItem(
                SessionCreateParams.LineItem.builder()
                    .setPrice(StripeCalls.id(request.price().ref()))
                    .setQuantity(1L)
                    .build())
            .setSuccessUrl(request.whenDone().toString())
            .setCancelUrl(request.whenGivenUp().toString())
            .setClientReferenceId(ours)
            .putMetadata(OUR_ID, ours)
            .setSubscriptionData(subscription.build());
    request
        .customer()
        .ifPresentOrElse(
            customer -> session.setCustomer(StripeCalls.id(customer)),
            () -> session.setCustomerEmail(request.email().value()));
    RequestOptions as =
        StripeCalls.as(OPERATOR, StripeCalls.step(request.key().value(), "subscribe"));
    Session made =
        calls.call(
            "subscribe_page.create",
            stripe -> stripe.checkout().sessions().create(session.build(), as));
    return new SubscribeOutcome.Opened(
        URI.create(StripeCalls.needed(made.getUrl(), "url")),
        StripeCalls.needed(made.getId(), "id"));
  }

  @Override
  public SubscriptionReading find(ProviderRef subscription) {
    try {
      return reading(read(subscription));
    } catch (ProviderException problem) {
      return new SubscriptionReading.Unknown("Stripe does not know it, or did not answer");
    }
  }

  private Subscription read(ProviderRef subscription) {
    String id = StripeCalls.id(subscription);
    return calls.call("subscription.read", stripe -> stripe.subscriptions().retrieve(id));
  }

  @Override
  public URI portal(ProviderRef customer, URI comeBack) {
    com.stripe.param.billingportal.SessionCreateParams page =
        com.stripe.param.billingportal.SessionCreateParams.builder()
            .setCustomer(StripeCalls.id(customer))
            .setReturnUrl(comeBack.toString())
            .build();
    return URI.create(
        StripeCalls.needed(
            calls
                .call("portal.create", stripe -> stripe.billingPortal().sessions().create(page))
                .getUrl(),
            "url"));
  }

  @Override
  public SubscriptionReading change(ProviderRef subscription, PlanPrice price, IdempotencyKey key) {
    return orUnknown(
        () -> {
          Subscription known = read(subscription);
          if (isOver(known)) {
            throw new ProviderException(StripeCalls.STRIPE, Kind.REJECTED, "it is over");
          }
          // Without the item's id Stripe would add a second plan.
          SubscriptionUpdateParams change =
              SubscriptionUpdateParams.builder()
                  .addItem(
                      SubscriptionUpdateParams.Item.builder()
                          .setId(StripeCalls.needed(item(known).getId(), "item id"))
                          .setPrice(StripeCalls.id(price.ref()))
                          .build())
                  .setProrationBehavior(
                      SubscriptionUpdateParams.ProrationBehavior.CREATE_PRORATIONS)
                  .build();
          RequestOptions as = StripeCalls.as(OPERATOR, StripeCalls.step(key.value(), "change"));
          return calls.call(
              "subscription.change",
              stripe -> stripe.subscriptions().update(known.getId(), change, as));
        });
  }

  @Override
  public SubscriptionReading cancel(ProviderRef subscription, CancelWhen when) {
    String id = StripeCalls.id(subscription);
    return orUnknown(
        () ->
            StripeCalls.orElse(
                () ->
                    switch (when) {
                      case NOW ->
                          calls.call(
                              "subscription.cancel",
                              stripe ->
                                  stripe
                                      .subscriptions()
                                      .cancel(id, SubscriptionCancelParams.builder().build()));
                      case AT_PERIOD_END ->
                          calls.call(
                              "subscription.cancel_later",
                              stripe ->
                                  stripe
                                      .subscriptions()
                                      .update(
                                          id,
                                          SubscriptionUpdateParams.builder()
                                              .setCancelAtPeriodEnd(true)
                                              .build()));
                    },
                Kind.REJECTED,
                refusal -> over(read(subscription), refusal)));
  }

  /** Lets a refusal to cancel stand, unless it was because all is over already. */
  private static Subscription over(Subscription known, ProviderException refusal) {
    if (isOver(known)) {
      return known;
    }
    throw refusal;
  }

  private static boolean isOver(Subscription known) {
    return StripeMapping.subscription(known.getStatus())
        .filter(SubscriptionStatus.ENDED::equals)
        .isPresent();
  }

  private static SubscriptionReading orUnknown(Supplier<Subscription> work) {
    return StripeCalls.orElse(
        () -> reading(work.get()),
        Kind.UNREADABLE,
        lost -> new SubscriptionReading.Unknown("Stripe's answer was lost or made no sense"));
  }

  static SubscriptionReading reading(Subscription known) {
    Optional<SubscriptionStatus> status = StripeMapping.subscription(known.getStatus());
    if (status.isEmpty()) {
      return new SubscriptionReading.Unknown("it stands in a way that Stripe did not have before");
    }
    SubscriptionItem item = item(known);
    return new SubscriptionReading.Known(
        StripeCalls.ref(StripeCalls.needed(known.getId(), "id")),
        ours(Optional.ofNullable(known.getMetadata()).map(data -> data.get(OUR_ID))),
        StripeCalls.ref(StripeCalls.needed(known.getCustomer(), "customer")),
        StripeCalls.ref(StripeCalls.needed(item.getPrice(), "price").getId()),
        status.get(),
        Instant.ofEpochSecond(StripeCalls.needed(item.getCurrentPeriodEnd(), "period")),
        Boolean.TRUE.equals(known.getCancelAtPeriodEnd()) || known.getCancelAt() != null);
  }

  /** The period is the item's, not the subscription's, since 2025. */
  private static SubscriptionItem item(Subscription known) {
    List<SubscriptionItem> items = StripeCalls.needed(known.getItems(), "items").getData();
    if (items == null || items.isEmpty()) {
      throw StripeCalls.unreadable("a subscription to nothing");
    }
    return items.get(0);
  }

  static Optional<SubscriptionId> ours(Optional<String> text) {
    return text.flatMap(StripeMapping::ours).map(SubscriptionId::new);
  }

  @Override
  public String toString() {
    return "subscriptions of " + calls;
  }
}
