package dev.stagedoor.web;

/** Holds while events are on. */
public final class EventsOn extends AreaOn {
  public EventsOn() {
    super("events");
  }
}
