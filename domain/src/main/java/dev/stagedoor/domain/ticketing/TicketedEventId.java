package dev.stagedoor.domain.ticketing;

import dev.stagedoor.domain.kernel.Subject;
import java.util.Objects;
import java.util.UUID;

/** Identifies the tickets of one thing, by the id of that thing. */
public record TicketedEventId(UUID value) {
  public TicketedEventId {
    Objects.requireNonNull(value, "value");
  }

  public static TicketedEventId of(Subject subject) {
    return new TicketedEventId(subject.id());
  }

  @Override
  public String toString() {
    return "tickets_" + value;
  }
}
