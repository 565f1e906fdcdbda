package dev.stagedoor.web.events;

import dev.stagedoor.application.ticketing.TicketingView;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.web.text.SoundText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What clients of old know of tickets: an event's number at the ticketing system, and members of
 * its contact data that say how the sale stands. They send whole contact data back, so of those
 * members the number is taken and the others are left aside; none of them is stored.
 */
final class Legacy {
  static final String NUMBER = "hiEventsEventId";
  static final String STATUS = "hiEventsStatus";
  static final String UPDATED = "hiEventsLastUpdated";
  private static final Set<String> DERIVED = Set.of(NUMBER, STATUS, UPDATED);
  private static final Set<String> NUMBERED = Set.of("hi-events", "sandbox");
  private static final Map<String, String> STATUSES =
      Map.of("draft", "DRAFT", "live", "LIVE", "inactive", "ARCHIVED");

  private Legacy() {}

  /** Returns the number of the sale at a system whose events have numbers. */
  static Optional<Long> number(TicketingView tickets) {
    return tickets
        .sale()
        .filter(sale -> NUMBERED.contains(sale.provider().value()))
        .map(ProviderRef::value)
        .filter(id -> id.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  /** Returns contact data with what old clients look for in it. */
  static Map<String, Object> contact(Map<String, String> stored, TicketingView tickets) {
    Map<String, Object> all = new LinkedHashMap<>(stored);
    number(tickets)
        .ifPresent(
            number -> {
              all.put(NUMBER, number);
              tickets
                  .told()
                  .ifPresent(
                      told ->
                          all.put(
                              STATUS, STATUSES.getOrDefault(told, told.toUpperCase(Locale.ROOT))));
              tickets.toldAt().ifPresent(at -> all.put(UPDATED, at.toString()));
            });
    return all;
  }

  /** Returns what of sent contact data is kept; a name with null goes. */
  static ContactData kept(Map<String, @Nullable String> sent) {
    Map<String, String> kept = new LinkedHashMap<>();
    sent.forEach(
        (name, text) -> {
          if (!SoundText.isSound(name)) {
            throw DomainException.invalid("contactData", "format");
          }
          if (text != null && !DERIVED.contains(name)) {
            kept.put(name, text);
          }
        });
    return new ContactData(kept);
  }
}
