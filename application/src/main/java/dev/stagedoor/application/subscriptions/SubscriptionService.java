package dev.stagedoor.application.subscriptions;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountSuspended;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.CancelWhen;
import dev.stagedoor.domain.subscriptions.GracePeriod;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscribeOutcome;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionError;
import dev.stagedoor.domain.subscriptions.SubscriptionEvent;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.subscriptions.SubscriptionReading;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Begins, follows and ends subscriptions. What they stand at is read from the provider, whatever
 * news says.
 */
public final class SubscriptionService {
  private final UnitOfWork work;
  private final SubscriptionRepository subscriptions;
  private final AccountRepository accounts;
  private final SubscriptionProviders providers;
  private final SubscriptionKeeper keeper;
  private final GracePeriod grace;
  private final Clock clock;

  public SubscriptionService(
      UnitOfWork work,
      SubscriptionRepository subscriptions,
      AccountRepository accounts,
      SubscriptionProviders providers,
      SubscriptionMails mails,
      Announcements announcements,
      Outbox outbox,
      AuditService audit,
      GracePeriod grace,
      Clock clock) {
    this.work = work;
    this.subscriptions = subscriptions;
    this.accounts = accounts;
    this.providers = providers;
    this.keeper =
        new SubscriptionKeeper(
            work,
            subscriptions,
            accounts,
            providers,
            mails,
            announcements,
            outbox,
            audit,
            grace,
            clock);
    this.grace = grace;
    this.clock = clock;
  }

  /**
   * Returns a price by its name at whom new subscriptions are begun with.
   *
   * @throws DomainException {@code SUBSCRIPTION_REFUSED} where there is nobody
   */
  public ProviderRef price(String id) {
    return new ProviderRef(forNew().id(), id);
  }

  private SubscriptionProvider forNew() {
    return providers.forNew().orElseThrow(() -> refused("no_provider"));
  }

  private static DomainException refused(String code) {
    return new DomainException(
        SubscriptionError.SUBSCRIPTION_REFUSED, Map.of("gatewayError", code));
  }

  /**
   * Opens a page to subscribe on. The same key opens the same page for the same price, until what
   * was begun there is over.
   *
   * @throws DomainException {@code ALREADY_SUBSCRIBED}, {@code SUBSCRIPTION_REFUSED}
   * @throws ProviderException {@code UNAVAILABLE} also when the answer was lost: calling again with
   *     the same key is safe
   */
  public OpenedSubscription open(
      Actor actor, PlanPrice price, URI whenDone, URI whenGivenUp, IdempotencyKey key) {
    UserId holder = actor.userId();
    SubscriptionProvider provider = forNew();
    SubscriptionId wanted = id(holder, price.ref(), key);
    SubscriptionRequest request =
        noted(() -> note(wanted, holder, price, whenDone, whenGivenUp, provider.id()));
    return provider
        .subscriptions()
        .begin(request)
        .match(
            new SubscribeOutcome.Cases<>() {
              @Override
              public OpenedSubscription opened(SubscribeOutcome.Opened opened) {
                keep(request.subscription(), new ProviderRef(provider.id(), opened.session()));
                return new OpenedSubscription(
                    request.subscription(), provider.id(), opened.page(), opened.session());
              }

              @Override
              public OpenedSubscription refused(SubscribeOutcome.Refused refused) {
                throw SubscriptionService.refused(refused.code());
              }

              @Override
              public OpenedSubscription unknown(SubscribeOutcome.Unknown unknown) {
                throw new ProviderException(
                    provider.id(), ProviderException.Kind.UNAVAILABLE, unknown.why());
              }
            });
  }

  /** Keeps the name of a page before anybody goes there, so that it can be asked about. */
  private void keep(SubscriptionId id, ProviderRef page) {
    work.run(
        () -> {
          Subscription one = subscriptions.lock(id).orElseThrow();
          one.opened(page, clock.instant());
          subscriptions.save(one);
        });
  }

  private static SubscriptionId id(UserId holder, ProviderRef price, IdempotencyKey key) {
    return named(
        "subscription",
        holder.value().toString(),
        price.provider().value(),
        price.value(),
        key.value());
  }

  private static SubscriptionId named(String... parts) {
    String name = String.join("\n", parts);
    return new SubscriptionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** What is over cannot come back: whoever pays for it again would pay for nothing. */
  private static SubscriptionId notOver(SubscriptionId wanted, List<Subscription> begun) {
    SubscriptionId id = wanted;
    while (isOver(id, begun)) {
      id = named("subscription again", id.value().toString());
    }
    return id;
  }

  private static boolean isOver(SubscriptionId id, List<Subscription> begun) {
    return begun.stream()
        .anyMatch(one -> one.id().equals(id) && one.status() == SubscriptionStatus.ENDED);
  }

  /** Notes a wish; where the same one was noted at the same moment, that one counts. */
  private SubscriptionRequest noted(Supplier<SubscriptionRequest> note) {
    try {
      return work.write(note);
    } catch (DomainException twice) {
      if (twice.code() != CommonError.STALE_VERSION) {
        throw twice;
      }
      return work.write(note);
    }
  }

  private SubscriptionRequest note(
      SubscriptionId wanted,
      UserId holder,
      PlanPrice price,
      URI whenDone,
      URI whenGivenUp,
      ProviderId provider) {
    Account account = accounts.find(holder).orElseThrow(DomainException::notFound);
    List<Subscription> begun = subscriptions.of(holder);
    if (begun.stream().anyMatch(Subscription::isRunning)) {
      throw new DomainException(SubscriptionError.ALREADY_SUBSCRIBED);
    }
    SubscriptionId id = notOver(wanted, begun);
    if (begun.stream().noneMatch(one -> one.id().equals(id))) {
      subscriptions.save(Subscription.open(id, holder, price.ref(), clock.instant()));
    }
    Optional<ProviderRef> customer =
        begun.stream()
            .flatMap(one -> one.customer().stream())
            .filter(one -> one.provider().equals(provider))
            .findFirst();
    return new SubscriptionRequest(
        id,
        price,
        account.email(),
        customer,
        0,
        whenDone,
        whenGivenUp,
        new IdempotencyKey("subscription-" + id.value()));
  }

  /**
   * Returns the subscription of a person that counts, else the one that runs, else the newest that
   * ran; in the open unit of work.
   */
  public Optional<Subscription> of(UserId holder) {
    Instant now = clock.instant();
    List<Subscription> begun = subscriptions.of(holder);
    return begun.stream()
        .filter(Subscription::isRunning)
        .min(
            Comparator.comparing((Subscription one) -> !one.counts(grace, now))
                .thenComparing(SubscriptionKeeper.STAYS))
        .or(
            () ->
                begun.stream()
                    .filter(one -> one.status() == SubscriptionStatus.ENDED)
                    .filter(one -> one.ref().isPresent())
                    .findFirst());
  }

  /**
   * Opens the page on which the caller changes cards and plans and sees bills, also those of one
   * that is over.
   *
   * @throws DomainException {@code NOT_SUBSCRIBED}
   */
  public URI portal(Actor actor, URI comeBack) {
    UserId holder = actor.userId();
    ProviderRef customer =
        work.read(() -> of(holder).flatMap(Subscription::customer))
            .orElseThrow(SubscriptionService::notSubscribed);
    return keeping(customer).subscriptions().portal(customer, comeBack);
  }

  private SubscriptionProvider keeping(ProviderRef ref) {
    return providers
        .of(ref)
        .orElseThrow(
            () ->
                new ProviderException(
                    ref.provider(), ProviderException.Kind.UNAVAILABLE, "is not on any more"));
  }

  private static DomainException notSubscribed() {
    return new DomainException(SubscriptionError.NOT_SUBSCRIBED);
  }

  /**
   * Ends the caller's subscription with what is paid for. Repeatable.
   *
   * @throws DomainException {@code NOT_SUBSCRIBED}
   * @throws ProviderException {@code UNAVAILABLE} also when the answer was lost; the provider is
   *     then asked how it stands
   */
  public Subscription cancel(Actor actor) {
    UserId holder = actor.userId();
    Subscription own =
        work.read(() -> of(holder).filter(Subscription::isRunning))
            .orElseThrow(SubscriptionService::notSubscribed);
    ProviderRef ref = own.ref().orElseThrow();
    Instant askedAt = clock.instant();
    SubscriptionReading answer = keeping(ref).subscriptions().cancel(ref, CancelWhen.AT_PERIOD_END);
    if (answer instanceof SubscriptionReading.Unknown) {
      work.run(() -> keeper.checkAt(own.id(), clock.instant()));
    }
    SubscriptionReading.Known known = SubscriptionKeeper.known(ref, answer);
    return work.write(
        () -> {
          Subscription locked = subscriptions.lock(own.id()).orElseThrow();
          keeper.takeIn(locked, known, askedAt);
          return locked;
        });
  }

  /** Lets what somebody whose account is suspended pays for end with what is paid for. */
  public void endOf(AccountSuspended suspended) {
    keeper.endOfSuspended(suspended.account());
  }

  /** Returns how long one counts after a payment failed. */
  public GracePeriod grace() {
    return grace;
  }

  /** Takes in what providers tell. */
  public EventHandler<SubscriptionEvent> events() {
    return keeper.events();
  }

  /** Returns what writes reminders, asks providers, and ends what was begun twice. */
  public List<JobHandler> jobs() {
    return keeper.jobs();
  }

  /** Asks providers about what was not heard of for long. */
  public RecurringJob watching() {
    return keeper.watching();
  }
}
