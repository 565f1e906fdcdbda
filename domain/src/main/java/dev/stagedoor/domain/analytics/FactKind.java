package dev.stagedoor.domain.analytics;

import java.util.Locale;

/** What can happen that is counted. */
public enum FactKind {
  /** Somebody began to use the service. */
  SIGNED_UP,
  TRIAL_STARTED,
  /** Whoever had a trial paid for the first time. */
  TRIAL_CONVERTED,
  /** The same, at the time at which that trial began. */
  STARTED_TRIAL_CONVERTED,
  /** Somebody was here on a day of UTC; once for each, at the first time of the day. */
  ACTIVE,
  /** Somebody pays for the first time; the amount is what it brings each month. */
  SUBSCRIBED,
  /** Somebody pays again who had left; the amount likewise. */
  REACTIVATED,
  /** What somebody pays for became dearer; the amount is by how much. */
  UPGRADED,
  /** What somebody pays for became cheaper; the amount is by how much, and negative. */
  DOWNGRADED,
  /** Somebody pays no more; the amount is what is lost each month, and negative. */
  CHURNED,
  /** One more has a plan; the amount is what that brings each month. */
  PLAN_TAKEN,
  /** One less has a plan; the amount is what that brought each month, and negative. */
  PLAN_LEFT,
  /** An admin gave a reseller credits, or took some back, which is negative. */
  CREDITS_GRANTED,
  /** A reseller spent credits on a client. */
  CREDITS_SPENT,
  CLIENT_CREATED,
  CLIENT_RENEWED,
  /**
   * From then on one more client is served, or with an amount of -1 one less. That may be ahead:
   * when what is paid for ends.
   */
  CLIENT_SERVED;

  /** Returns the name that stored rows use: {@code signed_up}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
