package dev.stagedoor.application.tv;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.subscriptions.OpenedSubscription;
import dev.stagedoor.application.subscriptions.SubscriptionService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.WebAddress;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.port.PlanRepository;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import java.net.URI;
import java.util.Optional;

/** The subscription of a subscriber: begun, shown, managed and ended. */
public final class TvSubscriptionService {
  private static final int MAX_ADDRESS = 2000;

  private final UnitOfWork work;
  private final SubscriptionService subscriptions;
  private final PlanRepository plans;
  private final SubscriberRepository subscribers;
  private final Entitlements entitlements;
  private final Viewing viewing;

  public TvSubscriptionService(
      UnitOfWork work,
      SubscriptionService subscriptions,
      PlanRepository plans,
      SubscriberRepository subscribers,
      Entitlements entitlements,
      Viewing viewing) {
    this.work = work;
    this.subscriptions = subscriptions;
    this.plans = plans;
    this.subscribers = subscribers;
    this.entitlements = entitlements;
    this.viewing = viewing;
  }

  /**
   * Opens a page to subscribe on. The trial is had before, and there is none with it.
   *
   * @throws DomainException {@code PLAN_UNKNOWN} where no plan on offer has the price, {@code
   *     ALREADY_SUBSCRIBED}, {@code SUBSCRIPTION_REFUSED}, {@code KIDS_PROFILE}, {@code
   *     INVALID_VALUE} for an address that is not one
   * @throws ProviderException {@code UNAVAILABLE} also when the answer was lost: calling again with
   *     the same key is safe
   */
  public OpenedSubscription checkout(
      Actor actor,
      ProfileChoice as,
      String priceId,
      URI whenDone,
      URI whenGivenUp,
      IdempotencyKey key) {
    UserId user = actor.userId();
    mustLeadSomewhere(whenDone, "successUrl");
    mustLeadSomewhere(whenGivenUp, "cancelUrl");
    Plan plan =
        work.write(
            () -> {
              viewing.mustNotBeKids(user, as);
              var unused = entitlements.of(user);
              return plans
                  .findByPrice(priceId)
                  .filter(Plan::isOffered)
                  .orElseThrow(() -> new DomainException(TvError.PLAN_UNKNOWN));
            });
    return subscriptions.open(
        actor,
        new PlanPrice(subscriptions.price(plan.priceId()), plan.terms().monthly()),
        whenDone,
        whenGivenUp,
        key);
  }

  private static void mustLeadSomewhere(URI address, String field) {
    if (!WebAddress.is(address) || address.toString().length() > MAX_ADDRESS) {
      throw DomainException.invalid(field, "url");
    }
  }

  /** Returns what the caller has, also where it is nothing. */
  public SubscriptionView current(Actor actor) {
    UserId user = actor.userId();
    return work.write(() -> view(user, entitlements.of(user)));
  }

  /**
   * Opens the page for cards, plans and bills.
   *
   * @throws DomainException {@code NOT_SUBSCRIBED}, {@code KIDS_PROFILE}, {@code INVALID_VALUE}
   */
  public URI portal(Actor actor, ProfileChoice as, URI comeBack) {
    mustManage(actor, as);
    mustLeadSomewhere(comeBack, "returnUrl");
    return subscriptions.portal(actor, comeBack);
  }

  /**
   * Ends it with what is paid for. Repeatable.
   *
   * @throws DomainException {@code NOT_SUBSCRIBED}, {@code KIDS_PROFILE}
   */
  public SubscriptionView cancel(Actor actor, ProfileChoice as) {
    mustManage(actor, as);
    Subscription cancelled = subscriptions.cancel(actor);
    return work.write(() -> view(cancelled.holder(), entitlements.of(cancelled.holder())));
  }

  private void mustManage(Actor actor, ProfileChoice as) {
    UserId user = actor.userId();
    work.run(() -> viewing.mustNotBeKids(user, as));
  }

  /** Returns what somebody has who has begun, in the open unit of work; reads only. */
  Optional<SubscriptionView> known(UserId user) {
    return entitlements.known(user).map(may -> view(user, may));
  }

  private SubscriptionView view(UserId user, Entitlement may) {
    Optional<Subscription> own = subscriptions.of(user);
    return new SubscriptionView(
        may.source(),
        own.map(Subscription::status),
        may.plan().map(plan -> plan.id().value()),
        may.plan().map(plan -> plan.terms().name()),
        may.until(),
        own.filter(one -> one.isRunning() && one.endsAtPeriodEnd()).isPresent(),
        own.flatMap(one -> one.graceUntil(subscriptions.grace())),
        subscribers.find(user).flatMap(Subscriber::trial),
        may.limits());
  }
}
