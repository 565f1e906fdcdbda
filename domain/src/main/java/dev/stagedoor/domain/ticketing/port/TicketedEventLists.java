package dev.stagedoor.domain.ticketing.port;

import dev.stagedoor.domain.ticketing.TicketedEvent;
import java.time.Instant;
import java.util.List;

/** Lists the tickets of things. Needs an open unit of work. */
public interface TicketedEventLists {
  /** Returns at most {@code limit} whose next look is due, the longest overdue first. */
  List<TicketedEvent> due(Instant now, int limit);
}
