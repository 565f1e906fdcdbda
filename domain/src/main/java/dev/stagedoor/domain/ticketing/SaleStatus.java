package dev.stagedoor.domain.ticketing;

import java.util.Locale;

/** How the sale of tickets for an event stands. */
public enum SaleStatus {
  /** It is being prepared; the public sees nothing yet. */
  DRAFT,
  /** Tickets can be had. */
  LIVE,
  /** It was stopped, called off, archived or is over. */
  INACTIVE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
