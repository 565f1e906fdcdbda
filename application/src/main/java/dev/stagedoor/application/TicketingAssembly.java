package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.ticketing.CrossAppService;
import dev.stagedoor.application.ticketing.TicketSystems;
import dev.stagedoor.application.ticketing.TicketingConnections;
import dev.stagedoor.application.ticketing.TicketingService;
import dev.stagedoor.application.webhooks.EventHandler;
import java.util.List;

/** Puts together what follows tickets, and takes people to where they are set up. */
record TicketingAssembly(
    TicketingService tickets,
    TicketingConnections connections,
    CrossAppService crossApp,
    TicketSystems systems)
    implements Assembly {
  static TicketingAssembly on(Foundation base) {
    var work = base.ports().unitOfWork();
    var ports = base.ports().ticketing();
    var providers = base.providers().ticketing();
    var webhooks = base.providers().webhooks();
    return new TicketingAssembly(
        new TicketingService(
            work,
            ports.tickets(),
            ports.lists(),
            ports.connections(),
            providers,
            base.announcements(),
            base.ports().outbox(),
            base.clock()),
        new TicketingConnections(
            work,
            ports.connections(),
            providers,
            webhooks,
            base.settings(),
            base.clock(),
            base.ids()),
        new CrossAppService(
            work,
            ports.sessions(),
            ports.audit(),
            ports.tickets(),
            base.ports().accounts(),
            providers,
            base.settings().ticketing(),
            base.clock(),
            base.ids(),
            base.tokens()),
        providers.systems(webhooks::hearMerchantsOf));
  }

  @Override
  public List<EventHandler<?>> eventHandlers() {
    return List.of(tickets.events());
  }

  @Override
  public List<JobHandler> jobs() {
    return tickets.jobs();
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(tickets.watching(), crossApp.cleaning());
  }
}
