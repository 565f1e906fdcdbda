package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.notifications.PreferencesView;
import dev.stagedoor.application.tv.SubscriberView;
import dev.stagedoor.application.tv.SubscriptionView;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.web.pages.Form;

/**
 * How an account stands, and its profiles.
 *
 * @param problem why something about the subscription was refused
 * @param form a profile to be added
 */
public record AccountPage(
    Viewing viewing,
    SubscriberView me,
    SubscriptionView subscription,
    PreferencesView preferences,
    Form problem,
    Form form) {
  /** Tells whether there is something to manage at the provider. */
  public boolean isManaged() {
    return isRunning(subscription);
  }

  public boolean mayCancel() {
    return isManaged() && !subscription.endsAtPeriodEnd();
  }

  static boolean isRunning(SubscriptionView subscription) {
    return subscription
        .status()
        .filter(
            status -> status != SubscriptionStatus.INCOMPLETE && status != SubscriptionStatus.ENDED)
        .isPresent();
  }
}
