package dev.stagedoor.application.subscriptions;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.subscriptions.GracePeriod;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionEvent;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Begins, follows and ends subscriptions. What they stand at is read from the provider, whatever
 * news says.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class SubscriptionService {
  /**
   * Opens a page to subscribe on. The same key opens the same page.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code ALREADY_SUBSCRIBED}, {@code
   *     SUBSCRIPTION_REFUSED}
   */
  public OpenedSubscription open(
      Actor actor, PlanPrice price, URI whenDone, URI whenGivenUp, IdempotencyKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the subscription of a person that runs, else the newest that ran; in the open unit of
   * work.
   */
  public Optional<Subscription> of(UserId holder) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens the page on which the caller changes cards and plans and sees bills.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_SUBSCRIBED}
   */
  public URI portal(Actor actor, URI comeBack) {
    throw new UnsupportedOperationException();
  }

  /**
   * Ends the caller's subscription with what is paid for. Repeatable.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_SUBSCRIBED}
   */
  public Subscription cancel(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Returns how long one counts after a payment failed. */
  public GracePeriod grace() {
    throw new UnsupportedOperationException();
  }

  /** Takes in what providers tell. */
  public EventHandler<SubscriptionEvent> events() {
    throw new UnsupportedOperationException();
  }

  /** Returns what writes reminders and ends what was begun twice. */
  public List<JobHandler> jobs() {
    throw new UnsupportedOperationException();
  }

  /** Asks providers about what was not heard of for long. */
  public RecurringJob watching() {
    throw new UnsupportedOperationException();
  }
}
