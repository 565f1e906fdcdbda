package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import java.net.URI;

/** The far side of a provider of subscriptions, as a test arranges it and looks at it. */
public interface SubscriptionWorld extends FailingFarSide {
  /** Returns the price of a plan. */
  PlanPrice price();

  /** Returns the price of another plan. */
  PlanPrice otherPrice();

  /** Returns a price that the provider does not take. */
  PlanPrice noPrice();

  /** Lets somebody subscribe on the page, and returns the subscription. */
  ProviderRef subscribe(URI page);

  /** Lets the time of a page run out. */
  void expire(URI page);

  /** Lets the running period of a subscription end; the next is paid, unless it ends. */
  void endPeriod(ProviderRef subscription);

  /** Lets the running period of a subscription end, and the next payment fail. */
  void failNextPayment(ProviderRef subscription);

  /** Makes a subscription stand in a way nobody has heard of. */
  void standStrangely(ProviderRef subscription);

  /** Lets the provider do the next thing it is asked, and its answer get lost. */
  void loseNextAnswer();

  /** Counts the pages made for a subscription. */
  int pagesOf(SubscriptionId subscription);

  /** Counts what a subscription is billed for: one plan, if all is well. */
  int plansOf(ProviderRef subscription);
}
