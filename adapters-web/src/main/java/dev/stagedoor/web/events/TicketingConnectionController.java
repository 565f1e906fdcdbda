package dev.stagedoor.web.events;

import dev.stagedoor.application.ticketing.TicketingConnections;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.web.json.Sent;
import dev.stagedoor.web.request.ProviderName;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Organisers' own accounts at ticketing systems. */
@Controller("/api/ticketing/connections")
@Tag(name = "Events")
class TicketingConnectionController {
  private final TicketingConnections connections;

  TicketingConnectionController(TicketingConnections connections) {
    this.connections = connections;
  }

  /** Lists what the caller connected. */
  @Get
  ConnectionsResponse list(Actor actor) {
    return ConnectionsResponse.from(connections.list(actor));
  }

  /** Connects the caller's account at a ticketing system, or takes another secret for it. */
  @Put("/{provider}")
  ConnectionResponse connect(Actor actor, String provider, @Body ConnectRequest request) {
    actor.mustBeSignedIn();
    return ConnectionResponse.from(
        Sent.as(
            "webhookSecret",
            "webhook_secret",
            () ->
                connections.connect(
                    actor,
                    ProviderName.in(provider),
                    Sent.required(request.webhookSecret(), "webhookSecret"))));
  }

  /** Forgets an account; webhooks that go on coming are refused. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void disconnect(Actor actor, UUID id) {
    connections.disconnect(actor, new ConnectionId(id));
  }
}
