package dev.stagedoor.web.events;

import dev.stagedoor.application.ticketing.ConnectionView;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** An organiser's own account at a ticketing system, wrapped as clients expect it. */
@Serdeable
public record ConnectionResponse(Connection connection) {

  /**
   * An account, without its secret.
   *
   * @param webhookUrl where the system is to send its webhooks
   */
  @Serdeable
  public record Connection(UUID id, String provider, URI webhookUrl, Instant createdAt) {
    static Connection from(ConnectionView view) {
      return new Connection(view.id(), view.provider(), view.webhookUrl(), view.createdAt());
    }
  }

  static ConnectionResponse from(ConnectionView view) {
    return new ConnectionResponse(Connection.from(view));
  }
}
