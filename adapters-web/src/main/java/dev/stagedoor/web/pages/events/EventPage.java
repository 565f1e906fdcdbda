package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.events.EventView;
import java.util.Optional;

/** One event with its tickets, as everybody sees it. */
public record EventPage(Tickets tickets, boolean isRunByReader) {
  private static final int SUMMARY = 160;

  public EventView event() {
    return tickets.event();
  }

  /** Returns how the description begins, for search engines and previews of links. */
  public Optional<String> summary() {
    String whole = event().description();
    if (whole.codePointCount(0, whole.length()) <= SUMMARY) {
      return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
    }
    return Optional.of(whole.substring(0, whole.offsetByCodePoints(0, SUMMARY - 1)) + "…");
  }
}
