package dev.stagedoor.domain.memorials;

import java.util.Locale;

/** How far a booking has come. */
public enum BookingStatus {
  DRAFT,
  /** A payment is awaited, or only part was paid. */
  PENDING_PAYMENT,
  /** Nothing is owed. */
  PAID,
  /** The last attempt to pay failed; the family can try again. */
  FAILED,
  REFUNDED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
