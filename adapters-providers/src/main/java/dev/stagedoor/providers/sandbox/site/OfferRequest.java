package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.ticketing.NewSale;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that an organiser offers in the ticket shop.
 *
 * @param eventId the product's own event, which the shop tells back
 */
@Serdeable
record OfferRequest(
    @Nullable String title,
    @Nullable String startsAt,
    @Nullable String endsAt,
    @Nullable String eventId) {
  private static final int LONGEST_TITLE = 200;

  NewSale sale() {
    String name = Optional.ofNullable(title).map(String::strip).orElse("");
    if (name.isEmpty() || name.length() > LONGEST_TITLE) {
      throw ControlRefusal.invalid("title", "A title has 1 to " + LONGEST_TITLE + " characters.");
    }
    return new NewSale(name, time("startsAt", startsAt), time("endsAt", endsAt), ours());
  }

  private static Optional<Instant> time(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw ControlRefusal.invalid(field, "A time looks like 2030-05-01T20:00:00Z.");
    }
  }

  private Optional<UUID> ours() {
    if (eventId == null || eventId.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(eventId));
    } catch (IllegalArgumentException e) {
      throw ControlRefusal.invalid("eventId", "An event's id is a UUID.");
    }
  }
}
