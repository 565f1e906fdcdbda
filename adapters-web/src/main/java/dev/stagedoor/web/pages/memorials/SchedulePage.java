package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.memorials.ScheduleView;
import dev.stagedoor.web.pages.Form;

/** The schedule of a memorial and what it costs; {@code typed} may be more than was saved. */
public record SchedulePage(
    MemorialView memorial, ScheduleView schedule, ScheduleForm typed, Form form, boolean isStale) {
  /** Returns a service to be copied when one more is wanted. */
  public ServiceFields another() {
    return ServiceFields.blank("additional.__n__", typed.services().get(0).timeZone());
  }
}
