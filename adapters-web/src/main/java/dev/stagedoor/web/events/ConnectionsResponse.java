package dev.stagedoor.web.events;

import dev.stagedoor.application.ticketing.ConnectionView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What an organiser connected. */
@Serdeable
public record ConnectionsResponse(List<ConnectionResponse.Connection> connections) {
  static ConnectionsResponse from(List<ConnectionView> views) {
    return new ConnectionsResponse(
        views.stream().map(ConnectionResponse.Connection::from).toList());
  }
}
