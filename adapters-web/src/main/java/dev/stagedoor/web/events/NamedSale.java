package dev.stagedoor.web.events;

import dev.stagedoor.web.json.Sent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The event of a ticketing system that a client names, and the member it named it by.
 *
 * @param member empty where nothing was named
 */
record NamedSale(String member, Optional<String> id) {
  private static final String KNOWN = "ticketing_event_id";

  /** Takes the first name that was given, the general one before those of old. */
  static NamedSale of(
      @Nullable String general,
      @Nullable String snake,
      @Nullable String camel,
      @Nullable Map<String, @Nullable String> contact) {
    return Stream.of(
            new NamedSale(KNOWN, given(general)),
            new NamedSale("hi_events_event_id", given(snake)),
            new NamedSale(Legacy.NUMBER, given(camel)),
            new NamedSale(
                "contactData." + Legacy.NUMBER,
                given(contact == null ? null : contact.get(Legacy.NUMBER))))
        .filter(named -> named.id().isPresent())
        .findFirst()
        .orElseGet(() -> new NamedSale("", Optional.empty()));
  }

  private static Optional<String> given(@Nullable String id) {
    return Optional.ofNullable(id).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Does what takes the sale, and names faults of it as the client did. */
  <T> T taken(Supplier<T> taking) {
    return Sent.as(member, KNOWN, taking);
  }
}
