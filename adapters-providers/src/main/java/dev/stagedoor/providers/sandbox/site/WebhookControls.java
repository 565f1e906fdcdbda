package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.Sandbox;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What the far side has told, and may tell again. */
@Controller("/sandbox/webhooks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookControls {
  private final Sandbox sandbox;

  WebhookControls(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @Get
  DeliveriesResponse list(@QueryValue(defaultValue = "50") int limit) {
    return new DeliveriesResponse(
        sandbox.deliveries().newest(Limit.of(limit)).stream().map(DeliveryResponse::from).toList());
  }

  @Post("/{id}/repeat")
  DeliveryResponse repeat(@PathVariable String id) {
    return sandbox
        .poster()
        .repeat(id)
        .map(DeliveryResponse::from)
        .orElseThrow(() -> ControlRefusal.notFound("The sandbox has sent no such webhook."));
  }
}
