package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.events.EventView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** When an event is, as its place counts the hours. */
public record When(Instant startsAt, Optional<Instant> endsAt, ZoneId zone) {
  static When of(EventView event) {
    return new When(event.startsAt(), event.endsAt(), event.timeZone());
  }

  public LocalDate day() {
    return LocalDate.ofInstant(startsAt, zone);
  }

  public LocalTime begins() {
    return LocalTime.ofInstant(startsAt, zone);
  }

  public Optional<LocalTime> ends() {
    return endsAt.map(end -> LocalTime.ofInstant(end, zone));
  }

  /** Returns the day it ends on, where that is another one. */
  public Optional<LocalDate> lastDay() {
    return endsAt.map(end -> LocalDate.ofInstant(end, zone)).filter(last -> !last.equals(day()));
  }
}
