package dev.stagedoor.providers.sandbox.subscriptions;

import dev.stagedoor.providers.sandbox.memory.MemoryJson;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One subscription as the far side keeps it, with what it has to tell of it.
 *
 * @param subscription the id the product gave it
 * @param state a word, so that one of a later version is known to be unknown
 * @param paidUntil when the running period, or the trial, ends
 * @param ends whether it was cancelled to end then
 * @param cardFails whether the next payment will be declined
 * @param told how many notices there ever were
 * @param notices the last of them
 */
public record Plan(
    String id,
    UUID subscription,
    String customer,
    String price,
    Instant createdAt,
    String state,
    Instant paidUntil,
    boolean ends,
    boolean cardFails,
    int told,
    List<Notice> notices) {
  static final String TRIALING = "trialing";
  static final String ACTIVE = "active";
  static final String PAST_DUE = "past_due";
  static final String ENDED = "ended";

  /** How long after a failed payment the provider gives up. */
  static final Duration PATIENCE = Duration.ofDays(14);

  private static final int KEPT = 10;

  public Plan {
    notices = List.copyOf(notices);
  }

  static Plan begin(String id, Session session, String customer, boolean cardFails, Instant now) {
    boolean tries = session.trialDays() > 0;
    Instant until =
        tries
            ? now.plus(Duration.ofDays(session.trialDays()))
            : Price.periodFrom(session.price(), now);
    return new Plan(
            id,
            session.subscriptionId(),
            customer,
            session.price(),
            now,
            tries ? TRIALING : ACTIVE,
            until,
            false,
            cardFails,
            0,
            List.of())
        .telling("subscription.created", now, now)
        .telling("subscription.period_over", now, until);
  }

  /** Tells whether it is over for good. */
  public boolean isOver() {
    return state.equals(ENDED);
  }

  /** Tells whether it goes from period to period by itself. */
  private boolean runs() {
    return state.equals(ACTIVE) || state.equals(TRIALING);
  }

  /** Returns the subscription as it is at this time: what was due by now has been done. */
  Plan at(Instant now) {
    Plan plan = this;
    while (!now.isBefore(plan.due())) {
      plan = plan.next(now);
    }
    return plan;
  }

  private Instant due() {
    if (runs()) {
      return paidUntil;
    }
    return state.equals(PAST_DUE) ? paidUntil.plus(PATIENCE) : Instant.MAX;
  }

  private Plan next(Instant now) {
    if (ends || state.equals(PAST_DUE)) {
      return with(price, ENDED, paidUntil, ends, cardFails).telling("subscription.ended", now, now);
    }
    if (cardFails) {
      return with(price, PAST_DUE, paidUntil, ends, true)
          .telling("subscription.payment_failed", now, now)
          .telling("subscription.period_over", now, paidUntil.plus(PATIENCE));
    }
    Instant until = Price.periodFrom(price, paidUntil);
    return with(price, ACTIVE, until, false, false)
        .telling("subscription.renewed", now, now)
        .telling("subscription.period_over", now, until);
  }

  /** Ends the running period, or pays what is owed. */
  Plan renew(Instant now) {
    return state.equals(PAST_DUE) ? pay(false, now) : endPeriod(now);
  }

  /** Ends the running period with a payment that fails; what is owed stays so. */
  Plan fail(Instant now) {
    return runs() ? pay(true, now).endPeriod(now) : this;
  }

  private Plan endPeriod(Instant now) {
    return runs() ? with(price, state, now, ends, cardFails).at(now) : this;
  }

  Plan change(Price other, Instant now) {
    return isOver() || price.equals(other.id())
        ? this
        : with(other.id(), state, paidUntil, ends, cardFails)
            .telling("subscription.updated", now, now);
  }

  Plan endLater(boolean wanted, Instant now) {
    return isOver() || ends == wanted
        ? this
        : with(price, state, paidUntil, wanted, cardFails)
            .telling("subscription.updated", now, now);
  }

  Plan endNow(Instant now) {
    return isOver()
        ? this
        : with(price, ENDED, paidUntil, ends, cardFails).telling("subscription.ended", now, now);
  }

  /** Takes another card; what is owed is paid by it at once. */
  Plan pay(boolean failsLater, Instant now) {
    if (isOver()) {
      return this;
    }
    if (!state.equals(PAST_DUE)) {
      return with(price, state, paidUntil, ends, failsLater);
    }
    Instant until = Price.periodFrom(price, now);
    return with(price, ACTIVE, until, ends, failsLater)
        .telling("subscription.renewed", now, now)
        .telling("subscription.period_over", now, until);
  }

  private Plan with(String nextPrice, String next, Instant until, boolean toEnd, boolean failing) {
    return new Plan(
        id,
        subscription,
        customer,
        nextPrice,
        createdAt,
        next,
        until,
        toEnd,
        failing,
        told,
        notices);
  }

  private Plan telling(String type, Instant at, Instant notBefore) {
    String event = "evt_sandbox_" + id.substring(id.lastIndexOf('_') + 1) + "_" + told;
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("plan", id);
    data.put("subscription", subscription);
    data.put("status", state);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", type);
    body.put("id", event);
    body.put("timestamp", at);
    body.put("data", data);
    Notice notice =
        new Notice(event, Notice.PAYMENTS, type, MemoryJson.write(body), at, notBefore, 1);
    List<Notice> all = Stream.concat(notices.stream(), Stream.of(notice)).toList();
    return new Plan(
        id,
        subscription,
        customer,
        price,
        createdAt,
        state,
        paidUntil,
        ends,
        cardFails,
        told + 1,
        all.subList(Math.max(0, all.size() - KEPT), all.size()));
  }

  @Override
  public String toString() {
    return id + " " + state + " until " + paidUntil;
  }
}
