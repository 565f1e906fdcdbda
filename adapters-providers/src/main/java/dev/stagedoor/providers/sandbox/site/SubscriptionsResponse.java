package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.subscriptions.Plan;
import dev.stagedoor.providers.sandbox.subscriptions.SandboxSubscribers;
import dev.stagedoor.providers.sandbox.subscriptions.Session;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The subscriptions, and the pages nobody has subscribed on yet, newest first. */
@Serdeable
record SubscriptionsResponse(List<Subscription> subscriptions, List<Waiting> pages) {
  /** One subscription. */
  @Serdeable
  record Subscription(
      String id,
      String subscriptionId,
      String customer,
      String price,
      String says,
      String status,
      String paidUntil,
      boolean endsAtPeriodEnd) {}

  /** One page that waits for somebody. */
  @Serdeable
  record Waiting(String id, String email, String says, String page) {}

  static SubscriptionsResponse from(
      SandboxSubscribers subscribers, List<Plan> plans, List<Session> sessions) {
    return new SubscriptionsResponse(
        plans.stream().map(plan -> subscription(subscribers, plan)).toList(),
        sessions.stream()
            .filter(session -> session.subscription() == null)
            .map(
                session ->
                    new Waiting(
                        session.id(),
                        session.email(),
                        subscribers.says(session.price()),
                        "/sandbox/subscribe/" + session.id()))
            .toList());
  }

  static Subscription subscription(SandboxSubscribers subscribers, Plan plan) {
    return new Subscription(
        plan.id(),
        plan.subscription().toString(),
        plan.customer(),
        plan.price(),
        subscribers.says(plan.price()),
        plan.state(),
        plan.paidUntil().toString(),
        plan.ends());
  }
}
