package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Instant;

/**
 * A ticketing account of somebody's own. There is one for each person and system; its webhooks move
 * the tickets of that person and nobody else's.
 *
 * @param secret signs its webhooks; the system made it, or whoever set the webhook up there
 */
public record TicketingConnection(
    ConnectionId id, UserId owner, ProviderId provider, Secret secret, Instant createdAt) {
  public static final int SHORTEST_SECRET = 16;
  public static final int LONGEST_SECRET = 255;

  public TicketingConnection {
    int length = secret.reveal().length();
    if (secret.isBlank() || length < SHORTEST_SECRET || length > LONGEST_SECRET) {
      throw DomainException.invalid(
          Fault.outside("webhook_secret", SHORTEST_SECRET, LONGEST_SECRET));
    }
  }

  /** Returns the same connection, whose webhooks another secret signs from now on. */
  public TicketingConnection signedBy(Secret next) {
    return new TicketingConnection(id, owner, provider, next, createdAt);
  }
}
