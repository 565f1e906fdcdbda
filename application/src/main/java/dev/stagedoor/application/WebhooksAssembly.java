package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.application.webhooks.WebhookIntake;
import dev.stagedoor.application.webhooks.WebhookSecrets;
import java.util.List;
import java.util.stream.Stream;

/** Puts together what takes webhooks in for all who listen to them. */
record WebhooksAssembly(WebhookIntake intake) implements Assembly {
  static WebhooksAssembly on(
      Foundation base,
      LiveSellingAssembly liveSelling,
      TicketingAssembly ticketing,
      Stream<Assembly> listening) {
    var ports = base.ports();
    return new WebhooksAssembly(
        new WebhookIntake(
            ports.unitOfWork(),
            ports.webhookInbox(),
            ports.outbox(),
            base.providers().webhooks(),
            WebhookSecrets.anyOf(liveSelling.accounts().webhookSecrets(), ticketing.connections()),
            listening.<EventHandler<?>>flatMap(part -> part.eventHandlers().stream()).toList(),
            base.clock(),
            base.ids()));
  }

  @Override
  public List<JobHandler> jobs() {
    return List.of(intake.handler());
  }
}
