package dev.stagedoor.application.tv;

import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.Plan;
import java.time.Instant;
import java.util.UUID;

/** A client as their reseller sees them. */
public record ClientView(
    UUID id,
    UUID userId,
    String email,
    String fullName,
    String planName,
    String priceId,
    String status,
    Instant paidUntil,
    Instant createdAt) {
  /** Returns how the same client is seen once it has a plan and time that it did not have. */
  ClientView changed(Client client, Plan plan, Instant now) {
    return new ClientView(
        id,
        userId,
        email,
        fullName,
        plan.terms().name(),
        plan.priceId(),
        status(client.isSuspended(), client.isPaid(now)),
        client.paidUntil(),
        createdAt);
  }

  /** Says in a word how a client stands: active, suspended or expired. */
  public static String status(boolean isSuspended, boolean isPaid) {
    return isSuspended ? "suspended" : isPaid ? "active" : "expired";
  }
}
