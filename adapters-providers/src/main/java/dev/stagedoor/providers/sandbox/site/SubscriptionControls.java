package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.subscriptions.Plan;
import dev.stagedoor.providers.sandbox.subscriptions.SandboxSubscribers;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** What time and banks do to subscriptions. */
@Controller("/sandbox/subscriptions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SubscriptionControls {
  private final SandboxSubscribers subscribers;

  SubscriptionControls(Sandbox sandbox) {
    this.subscribers = sandbox.subscribers();
  }

  @Get
  SubscriptionsResponse list(@QueryValue(defaultValue = "50") int limit) {
    return SubscriptionsResponse.from(
        subscribers, subscribers.newest(Limit.of(limit)), subscribers.newestPages(Limit.of(limit)));
  }

  @Post("/{id}/renew")
  SubscriptionsResponse.Subscription renew(@PathVariable String id) {
    return answer(subscribers.renew(id));
  }

  @Post("/{id}/fail")
  SubscriptionsResponse.Subscription fail(@PathVariable String id) {
    return answer(subscribers.failNextPayment(id));
  }

  @Post("/{id}/cancel")
  SubscriptionsResponse.Subscription cancel(@PathVariable String id) {
    return answer(subscribers.endNow(id));
  }

  private SubscriptionsResponse.Subscription answer(Optional<Plan> plan) {
    return plan.map(known -> SubscriptionsResponse.subscription(subscribers, known))
        .orElseThrow(() -> ControlRefusal.notFound("The sandbox has no such subscription."));
  }
}
