package dev.stagedoor.application.tv;

import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.language.Dates;
import dev.stagedoor.application.notifications.Notices;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What subscription TV tells people by itself: welcome, and that their trial ends soon. */
public final class TvNotices {
  private static final String WELCOME = "welcome";
  private static final String TRIAL_ENDING = "trial_ending";

  /** How long before its end people hear of it. */
  private static final Duration AHEAD = Duration.ofDays(2);

  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final int STEP = 100;

  private final UnitOfWork work;
  private final AccountRepository accounts;
  private final SubscriberRepository subscribers;
  private final Entitlements entitlements;
  private final Notices notices;
  private final URI watch;
  private final URI plans;
  private final Clock clock;

  /**
   * @param watch where people begin to watch
   * @param plans where they subscribe
   */
  public TvNotices(
      UnitOfWork work,
      AccountRepository accounts,
      SubscriberRepository subscribers,
      Entitlements entitlements,
      Notices notices,
      URI watch,
      URI plans,
      Clock clock) {
    this.work = work;
    this.accounts = accounts;
    this.subscribers = subscribers;
    this.entitlements = entitlements;
    this.notices = notices;
    this.watch = watch;
    this.plans = plans;
    this.clock = clock;
  }

  /** Returns the templates that this sends by. */
  public static List<Notices.BuiltIn> builtIn() {
    return List.of(
        new Notices.BuiltIn(WELCOME, Category.ACCOUNT, Set.of("link")),
        new Notices.BuiltIn(TRIAL_ENDING, Category.PRODUCT, Set.of("date", "link")));
  }

  /** Welcomes somebody who has just signed up, in the open unit of work. */
  void welcome(Account account) {
    var unused = notices.tell(WELCOME, account, language -> Map.of("link", watch.toString()));
  }

  /** Returns what tells people that their trial ends soon, each once. */
  public RecurringJob reminding() {
    return new RecurringJob("remind-of-trials", EVERY, this::remind);
  }

  private void remind() {
    int taken;
    do {
      taken = work.write(this::remindSome);
    } while (taken == STEP);
  }

  private int remindSome() {
    Instant now = clock.instant();
    List<Subscriber> ending = subscribers.takeEndingTrials(now, now.plus(AHEAD), STEP);
    ending.forEach(this::remind);
    return ending.size();
  }

  /** Whoever subscribed meanwhile, or is a reseller's client, has nothing to lose. */
  private void remind(Subscriber subscriber) {
    boolean isInTrial =
        entitlements
            .known(subscriber.id())
            .filter(may -> may.source() == Entitlement.Source.TRIAL)
            .isPresent();
    Instant end = subscriber.trial().orElseThrow();
    if (isInTrial) {
      Account account = accounts.find(subscriber.id()).orElseThrow();
      var unused =
          notices.tell(
              TRIAL_ENDING,
              account,
              language -> Map.of("date", Dates.written(end, language), "link", plans.toString()));
    }
  }
}
