package dev.stagedoor.application.tv;

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
  /** Says in a word how a client stands: active, suspended or expired. */
  public static String status(boolean isSuspended, boolean isPaid) {
    return isSuspended ? "suspended" : isPaid ? "active" : "expired";
  }
}
