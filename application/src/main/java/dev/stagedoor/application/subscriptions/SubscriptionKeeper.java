package dev.stagedoor.application.subscriptions;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.CancelWhen;
import dev.stagedoor.domain.subscriptions.GracePeriod;
import dev.stagedoor.domain.subscriptions.PageReading;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionEvent;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.subscriptions.SubscriptionReading;
import dev.stagedoor.domain.subscriptions.SubscriptionReading.Known;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps subscriptions in step with their providers, writes to their holders, and ends what was
 * begun twice.
 */
final class SubscriptionKeeper {
  /** Of two that run, the one that stays comes first: a paid one, then the older one. */
  static final Comparator<Subscription> STAYS =
      Comparator.comparing((Subscription one) -> !isPaid(one))
          .thenComparing(Subscription::createdAt)
          .thenComparing(one -> one.id().value());

  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionKeeper.class);
  private static final String REMIND = "remind-payment";
  private static final String CHECK = "check-subscription";
  private static final String END_SECOND = "end-second-subscription";
  private static final String END_OF_SUSPENDED = "end-subscription-of-suspended";
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int BATCH = 500;

  private final UnitOfWork work;
  private final SubscriptionRepository subscriptions;
  private final AccountRepository accounts;
  private final SubscriptionProviders providers;
  private final SubscriptionMails mails;
  private final Announcements announcements;
  private final Outbox outbox;
  private final SubscriptionRecord record;
  private final GracePeriod grace;
  private final Clock clock;

  SubscriptionKeeper(
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
    this.mails = mails;
    this.announcements = announcements;
    this.outbox = outbox;
    this.record = new SubscriptionRecord(audit);
    this.grace = grace;
    this.clock = clock;
  }

  private static boolean isPaid(Subscription one) {
    return one.status() == SubscriptionStatus.ACTIVE || one.status() == SubscriptionStatus.TRIALING;
  }

  /** News only points: the provider is asked, and what it says then is taken in. */
  EventHandler<SubscriptionEvent> events() {
    return new EventHandler<>(SubscriptionEvent.class, this::change);
  }

  private Runnable change(SubscriptionEvent event) {
    Optional<Subscriptions> keeper = keeper(event.ref());
    if (keeper.isEmpty()) {
      LOG.warn("{} is told of by a provider that is not on", event.ref());
      return () -> {};
    }
    Instant askedAt = clock.instant();
    Known known = known(event.ref(), keeper.get().find(event.ref()));
    Optional<SubscriptionId> id = known.subscription().or(event::subscription);
    return () ->
        id.flatMap(subscriptions::lock)
            .ifPresentOrElse(
                one -> takeIn(one, known, askedAt),
                () -> LOG.info("{} was not begun here", event.ref()));
  }

  private Optional<Subscriptions> keeper(ProviderRef ref) {
    return providers.of(ref).map(provider -> provider.subscriptions());
  }

  /**
   * Returns what a provider knows.
   *
   * @throws ProviderException {@code UNAVAILABLE} where no answer came
   */
  static Known known(ProviderRef ref, SubscriptionReading answer) {
    return answer.match(
        new SubscriptionReading.Cases<>() {
          @Override
          public Known known(Known known) {
            return known;
          }

          @Override
          public Known unknown(SubscriptionReading.Unknown unknown) {
            throw new ProviderException(
                ref.provider(),
                ProviderException.Kind.UNAVAILABLE,
                ref.value() + ": " + unknown.why());
          }
        });
  }

  /** Takes in what a provider said of a subscription that is locked, and all that follows. */
  void takeIn(Subscription one, Known known, Instant askedAt) {
    if (one.isAnother(known)) {
      record.doubled(one, known);
      return;
    }
    Subscription.Snapshot before = one.snapshot();
    boolean ran = one.isRunning();
    if (before.seenAt() != null && askedAt.isBefore(before.seenAt())) {
      // It may all the same be the newer answer, or the clock of this server be behind.
      checkAt(one.id(), clock.instant().plus(SOON));
    }
    List<Announcement> news = one.seen(known, askedAt);
    if (one.snapshot().equals(before)) {
      return;
    }
    if (before.reminders() > 0 && isPaid(one)) {
      mails.paymentReceived(one);
    }
    remindWhereDue(one);
    // One after the other, so that of two that begin at once the second sees the first.
    accounts.lock(one.holder());
    subscriptions.save(one);
    if (isOfSuspended(one)) {
      outbox.add(new Job(END_OF_SUSPENDED, one.id().value(), clock.instant()));
    }
    announcements.announce(news);
    if (one.isRunning()) {
      endSecond(one.holder());
    } else if (ran && one.status() == SubscriptionStatus.ENDED) {
      running(one.holder()).stream()
          .findFirst()
          .ifPresentOrElse(
              other -> record.secondEnded(one, before.status(), other), () -> mails.ended(one));
    }
  }

  private void endSecond(UserId holder) {
    running(holder).stream()
        .skip(1)
        .forEach(second -> outbox.add(new Job(END_SECOND, second.id().value(), clock.instant())));
  }

  /** Returns those of somebody that run, first the one that stays. */
  private List<Subscription> running(UserId holder) {
    return subscriptions.of(holder).stream().filter(Subscription::isRunning).sorted(STAYS).toList();
  }

  private void remindWhereDue(Subscription one) {
    Instant now = clock.instant();
    if (one.remind(grace, now).isPresent()) {
      mails.paymentFailed(one, now);
    }
    one.nextReminderAt(grace).ifPresent(due -> outbox.add(new Job(REMIND, one.id().value(), due)));
  }

  /** Has the provider be asked, once the open unit of work is committed. */
  void checkAt(SubscriptionId id, Instant due) {
    outbox.add(new Job(CHECK, id.value(), due));
  }

  List<JobHandler> jobs() {
    return List.of(
        new JobHandler(REMIND, this::remind),
        new JobHandler(CHECK, this::check),
        new JobHandler(END_SECOND, this::endIfSecond),
        new JobHandler(END_OF_SUSPENDED, this::endIfSuspended));
  }

  /** Reminds of what is unpaid also where the provider cannot be asked whether it still is. */
  private void remind(UUID id) {
    check(id);
    settle(new SubscriptionId(id), one -> note(one, () -> remindWhereDue(one)));
  }

  private void check(UUID id) {
    Optional<Subscription> found =
        work.write(() -> subscriptions.lock(new SubscriptionId(id))).filter(one -> !isOver(one));
    if (found.isPresent()) {
      settle(found.get().id(), ask(found.get()));
    }
  }

  private static boolean isOver(Subscription one) {
    return one.status() == SubscriptionStatus.ENDED;
  }

  /**
   * Asks about a subscription, or about its page while nobody is known to have subscribed on it.
   *
   * @return what the answer means for it, once it is locked
   */
  private Consumer<Subscription> ask(Subscription one) {
    Instant askedAt = clock.instant();
    Optional<ProviderRef> asked = one.ref().or(one::page);
    Optional<SubscriptionProvider> provider = asked.flatMap(providers::of);
    if (provider.isEmpty()) {
      LOG.info("{} has nobody who could be asked about it", one.id());
      return locked -> noAnswer(locked, askedAt);
    }
    return one.ref().isPresent()
        ? ask(provider.get(), asked.orElseThrow())
        : askOfPage(provider.get(), asked.orElseThrow());
  }

  private Consumer<Subscription> ask(SubscriptionProvider provider, ProviderRef ref) {
    Instant askedAt = clock.instant();
    return provider
        .subscriptions()
        .find(ref)
        .match(
            new SubscriptionReading.Cases<>() {
              @Override
              public Consumer<Subscription> known(Known known) {
                return one -> takeIn(one, known, askedAt);
              }

              @Override
              public Consumer<Subscription> unknown(SubscriptionReading.Unknown unknown) {
                LOG.info("{} is not known: {}", ref, unknown.why());
                return one -> noAnswer(one, askedAt);
              }
            });
  }

  private Consumer<Subscription> askOfPage(SubscriptionProvider provider, ProviderRef page) {
    Instant askedAt = clock.instant();
    return provider
        .pages()
        .find(page)
        .match(
            new PageReading.Cases<>() {
              @Override
              public Consumer<Subscription> open(PageReading.Open open) {
                return one -> note(one, () -> one.stillOpen(askedAt));
              }

              @Override
              public Consumer<Subscription> subscribed(PageReading.Subscribed subscribed) {
                return ask(provider, subscribed.subscription());
              }

              @Override
              public Consumer<Subscription> expired(PageReading.Expired expired) {
                return one -> note(one, () -> one.expired(askedAt));
              }

              @Override
              public Consumer<Subscription> unknown(PageReading.Unknown unknown) {
                LOG.info("{} is not known: {}", page, unknown.why());
                return one -> noAnswer(one, askedAt);
              }
            });
  }

  private void noAnswer(Subscription one, Instant askedAt) {
    note(one, () -> one.unanswered(askedAt));
  }

  private void note(Subscription one, Runnable change) {
    change.run();
    subscriptions.save(one);
  }

  private void endIfSecond(UUID id) {
    Optional<Subscription> second =
        work.write(() -> subscriptions.lock(new SubscriptionId(id)).filter(this::isSecond));
    second.ifPresent(one -> end(one, CancelWhen.NOW));
  }

  /** Lets what a suspended account pays for end with what is paid for, in the open unit of work. */
  void endOfSuspended(UserId holder) {
    subscriptions.of(holder).stream()
        .filter(this::isOfSuspended)
        .forEach(
            one -> {
              outbox.add(new Job(END_OF_SUSPENDED, one.id().value(), clock.instant()));
              record.toEnd(one);
            });
  }

  private void endIfSuspended(UUID id) {
    work.write(() -> subscriptions.lock(new SubscriptionId(id)).filter(this::isOfSuspended))
        .ifPresent(one -> end(one, CancelWhen.AT_PERIOD_END));
  }

  /** Tells whether it would be billed again though its holder is suspended. */
  private boolean isOfSuspended(Subscription one) {
    return one.isRunning()
        && !one.endsAtPeriodEnd()
        && accounts
            .find(one.holder())
            .filter(holder -> holder.status() == AccountStatus.SUSPENDED)
            .isPresent();
  }

  private void end(Subscription one, CancelWhen when) {
    Optional<ProviderRef> ref = one.ref();
    Optional<Subscriptions> keeper = ref.flatMap(this::keeper);
    if (keeper.isEmpty()) {
      LOG.warn("{} has nobody who could end it", one.id());
      return;
    }
    Instant askedAt = clock.instant();
    if (!(keeper.get().cancel(ref.orElseThrow(), when) instanceof Known known)) {
      throw new NotYet("whether " + one.id() + " has ended is not known");
    }
    settle(one.id(), locked -> takeIn(locked, known, askedAt));
  }

  /** Lets an answer take effect, whatever else did since it was asked for. */
  private void settle(SubscriptionId id, Consumer<Subscription> answer) {
    work.run(() -> subscriptions.lock(id).ifPresent(answer));
  }

  private boolean isSecond(Subscription one) {
    return running(one.holder()).stream().skip(1).anyMatch(other -> other.id().equals(one.id()));
  }

  RecurringJob watching() {
    return new RecurringJob("watch-subscriptions", EVERY, this::watch);
  }

  /** Those that are due the longest come first, and whoever had no answer is due later. */
  private void watch() {
    Instant now = clock.instant();
    work.run(() -> subscriptions.due(now, BATCH).forEach(one -> checkAt(one.id(), now)));
  }
}
