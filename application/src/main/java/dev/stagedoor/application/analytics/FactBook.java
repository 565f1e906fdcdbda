package dev.stagedoor.application.analytics;

import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.PaidPlan;
import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.analytics.port.PaidPlans;
import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Notes what happened, for whoever it happened to: in the unit of work that made it true, which
 * must be open, so that nothing is counted that is not so.
 */
public final class FactBook {
  private final Facts facts;
  private final PaidPlans plans;

  public FactBook(Facts facts, PaidPlans plans) {
    this.facts = facts;
    this.plans = plans;
  }

  public void add(List<Fact> news) {
    facts.record(news);
  }

  /**
   * Notes that somebody has begun to use the service, with a trial or without. Repeatable.
   *
   * @param trial whether a trial begins with it
   */
  public void signedUp(UserId who, boolean trial, Instant at) {
    Fact signedUp = Fact.of(FactKind.SIGNED_UP, name(who), who, at);
    facts.record(trial ? List.of(signedUp, trialStarted(who, at)) : List.of(signedUp));
  }

  /** Notes that a trial has begun. Repeatable: of several of one person the first counts. */
  public void beganTrial(UserId who, Instant at) {
    facts.record(List.of(trialStarted(who, at)));
  }

  private static Fact trialStarted(UserId who, Instant at) {
    return Fact.of(FactKind.TRIAL_STARTED, name(who), who, at);
  }

  /**
   * Notes what a subscription is worth now. The caller holds a lock on its holder.
   *
   * @param terms empty where it is not paid for
   */
  public void subscription(
      UUID subscription, UserId holder, Optional<PaidPlan.Terms> terms, Instant at) {
    PaidPlan plan = plans.find(subscription).orElseGet(() -> PaidPlan.none(subscription, holder));
    List<Fact> news = new ArrayList<>(plan.facts(terms, !plans.hasPaid(holder), at));
    if (news.isEmpty()) {
      return;
    }
    if (terms.isPresent()) {
      news.addAll(converted(holder, at));
    }
    facts.record(news);
    plans.save(plan.become(terms));
  }

  private List<Fact> converted(UserId holder, Instant at) {
    return facts
        .find(Fact.id(FactKind.TRIAL_STARTED, name(holder)))
        .map(
            trial ->
                List.of(
                    Fact.of(FactKind.TRIAL_CONVERTED, name(holder), holder, at),
                    Fact.of(FactKind.STARTED_TRIAL_CONVERTED, name(holder), holder, trial.at())))
        .orElse(List.of());
  }

  private static String name(UserId who) {
    return who.value().toString();
  }
}
