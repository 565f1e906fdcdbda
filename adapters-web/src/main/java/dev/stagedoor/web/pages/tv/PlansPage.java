package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.SubscriptionView;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.web.pages.Form;
import java.util.List;
import java.util.Optional;

/**
 * What can be subscribed to.
 *
 * @param subscription what the reader has; empty for visitors
 * @param isKids whether a kids' profile is open, from which nothing is subscribed to
 * @param key makes one checkout of a form that is sent twice
 */
public record PlansPage(
    List<Plan> plans,
    Optional<SubscriptionView> subscription,
    boolean isKids,
    String key,
    Form form) {
  public PlansPage {
    plans = List.copyOf(plans);
  }

  /** Tells whether the reader has a subscription of their own that runs. */
  public boolean isSubscribed() {
    return subscription.map(AccountPage::isRunning).orElse(false);
  }

  /** Tells whether the reader has this very plan. */
  public boolean isTheirs(Plan plan) {
    return isSubscribed()
        && subscription
            .flatMap(SubscriptionView::planId)
            .filter(plan.id().value()::equals)
            .isPresent();
  }
}
