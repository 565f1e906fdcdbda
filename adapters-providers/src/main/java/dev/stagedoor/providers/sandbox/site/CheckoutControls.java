package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.subscriptions.SandboxSubscribers;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What people do on pages to subscribe on, without the page. */
@Controller("/sandbox/checkouts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CheckoutControls {
  private final SandboxSubscribers subscribers;

  CheckoutControls(Sandbox sandbox) {
    this.subscribers = sandbox.subscribers();
  }

  @Post("/{id}/complete")
  CheckoutResponse complete(@PathVariable String id, @Body ConfirmRequest request) {
    return subscribers
        .subscribe(id, request.card())
        .map(CheckoutResponse::from)
        .orElseThrow(() -> ControlRefusal.notFound("The sandbox has no such page."));
  }
}
