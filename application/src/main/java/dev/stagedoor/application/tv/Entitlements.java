package dev.stagedoor.application.tv;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.subscriptions.SubscriptionService;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.PersonKey;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.ClientRepository;
import dev.stagedoor.domain.tv.port.PlanRepository;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what somebody may do now, and why. All methods need an open unit of work; those that begin a
 * subscriber need one that may write.
 */
public final class Entitlements {
  private static final Logger LOG = LoggerFactory.getLogger(Entitlements.class);

  private final AccountRepository accounts;
  private final SubscriberRepository subscribers;
  private final ViewerProfileRepository profiles;
  private final ClientRepository clients;
  private final PlanRepository plans;
  private final SubscriptionService subscriptions;
  private final TvFacts facts;
  private final Settings.Tv terms;
  private final Clock clock;
  private final Ids ids;

  public Entitlements(
      AccountRepository accounts,
      SubscriberRepository subscribers,
      ViewerProfileRepository profiles,
      ClientRepository clients,
      PlanRepository plans,
      SubscriptionService subscriptions,
      TvFacts facts,
      Settings.Tv terms,
      Clock clock,
      Ids ids) {
    this.accounts = accounts;
    this.subscribers = subscribers;
    this.profiles = profiles;
    this.clients = clients;
    this.plans = plans;
    this.subscriptions = subscriptions;
    this.facts = facts;
    this.terms = terms;
    this.clock = clock;
    this.ids = ids;
  }

  /** Returns what somebody may; whoever has an account and never watched begins with this. */
  Entitlement of(UserId user) {
    return of(begun(user), clock.instant());
  }

  /**
   * Goes on only for who may add and change things, and so may watch with others.
   *
   * @throws DomainException {@code SUBSCRIPTION_NEEDED} or {@code CLIENT_SUSPENDED}
   */
  public void mustBeGood(UserId user) {
    of(user).mustBeGood();
  }

  /**
   * Returns what somebody may once nobody else counts what they have, until the unit of work ends.
   */
  Entitlement locked(UserId user) {
    Subscriber subscriber = begun(user);
    subscribers.lock(user);
    return of(subscriber, clock.instant());
  }

  /** Returns what somebody may who has begun; empty for everybody else. Reads only. */
  Optional<Entitlement> known(UserId user) {
    return subscribers.find(user).map(subscriber -> of(subscriber, clock.instant()));
  }

  /**
   * Begins to let the holder of an account watch, with a first profile, and with a trial unless the
   * person had theirs or a reseller serves them. Repeatable.
   */
  Subscriber begin(Account account) {
    Optional<Subscriber> known = subscribers.find(account.id());
    if (known.isPresent()) {
      return known.get();
    }
    Instant now = clock.instant();
    boolean isServed = clients.findByUser(account.id()).isPresent();
    boolean isNew =
        !isServed && subscribers.claimTrial(PersonKey.of(account.email()), account.id(), now);
    Subscriber fresh = Subscriber.begin(account.id(), isNew, terms.trial(), now);
    if (!subscribers.add(fresh)) {
      return subscribers.find(account.id()).orElseThrow();
    }
    facts.begun(fresh);
    profiles.save(
        ViewerProfile.of(
            new ProfileId(ids.next()),
            account.id(),
            new ViewerProfile.Look(profileName(account), Optional.empty(), false),
            Optional.empty(),
            now));
    return fresh;
  }

  private static String profileName(Account account) {
    String first = account.name().first();
    if (first.length() <= ViewerProfile.MAX_NAME) {
      return first;
    }
    int end = ViewerProfile.MAX_NAME;
    return first.substring(0, Character.isHighSurrogate(first.charAt(end - 1)) ? end - 1 : end);
  }

  private Subscriber begun(UserId user) {
    return subscribers
        .find(user)
        .orElseGet(() -> begin(accounts.find(user).orElseThrow(DomainException::notFound)));
  }

  private Entitlement of(Subscriber subscriber, Instant now) {
    Optional<Subscription> own =
        subscriptions
            .of(subscriber.id())
            .filter(subscription -> subscription.counts(subscriptions.grace(), now));
    if (own.isPresent()) {
      return subscribed(own.get(), now);
    }
    Optional<Client> client = clients.findByUser(subscriber.id());
    if (client.filter(one -> one.isActive(now)).isPresent()) {
      return served(client.get());
    }
    if (subscriber.isInTrial(now)) {
      return new Entitlement(
          Entitlement.Source.TRIAL, Optional.empty(), terms.trialLimits(), subscriber.trial());
    }
    boolean isSuspended = client.filter(Client::isSuspended).isPresent();
    return new Entitlement(
        isSuspended ? Entitlement.Source.SUSPENDED : Entitlement.Source.NONE,
        Optional.empty(),
        terms.trialLimits(),
        Optional.empty());
  }

  private Entitlement subscribed(Subscription subscription, Instant now) {
    Optional<Instant> graceUntil = subscription.graceUntil(subscriptions.grace());
    Optional<Plan> plan = plans.findByPrice(subscription.price().value());
    if (plan.isEmpty()) {
      LOG.warn("{} is paid at {}, which no plan has", subscription.id(), subscription.price());
    }
    return new Entitlement(
        graceUntil.isPresent() ? Entitlement.Source.GRACE : Entitlement.Source.SUBSCRIPTION,
        plan,
        plan.map(one -> one.terms().limits()).orElse(terms.trialLimits()),
        graceUntil
            .or(() -> subscription.paidUntil().filter(now::isBefore))
            .or(() -> subscription.countsUntil(subscriptions.grace())));
  }

  private Entitlement served(Client client) {
    Plan plan = plans.find(client.plan()).orElseThrow();
    return new Entitlement(
        Entitlement.Source.RESELLER,
        Optional.of(plan),
        plan.terms().limits(),
        Optional.of(client.paidUntil()));
  }
}
