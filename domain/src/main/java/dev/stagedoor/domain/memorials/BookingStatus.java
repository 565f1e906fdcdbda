package dev.stagedoor.domain.memorials;

import java.util.Locale;

/** How far a booking has come. */
public enum BookingStatus {
  DRAFT,
  PENDING_PAYMENT,
  PAID,
  /** The last attempt to pay failed; the family can try again. */
  FAILED,
  REFUNDED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
