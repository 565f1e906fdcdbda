package dev.stagedoor.domain.ticketing;

import java.util.Locale;
import java.util.Set;

/** Where the tickets of something stand, and the only moves there are. */
public enum TicketingStatus {
  /** No tickets are sold here. */
  NONE,
  /** Somebody prepares the sale. */
  SETUP,
  /** Tickets can be had. */
  ACTIVE,
  /** The sale pauses: what it was for is over, called off or taken back. */
  INACTIVE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether one may follow the other; nothing follows itself. */
  public boolean mayBecome(TicketingStatus next) {
    return (switch (this) {
          case NONE -> Set.of(SETUP);
          case SETUP -> Set.of(ACTIVE, NONE);
          case ACTIVE -> Set.of(INACTIVE);
          case INACTIVE -> Set.of(ACTIVE);
        })
        .contains(next);
  }
}
