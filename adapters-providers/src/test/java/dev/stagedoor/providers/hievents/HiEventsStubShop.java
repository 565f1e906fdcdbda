package dev.stagedoor.providers.hievents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.providers.support.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the little Hi.Events keeps: events, and the sessions of its one user. */
final class HiEventsStubShop {
  static final Duration TOKEN_LIFE = Duration.ofDays(7);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  final Map<String, ObjectNode> events = new LinkedHashMap<>();
  final Map<String, Instant> tokens = new LinkedHashMap<>();
  private final Clock clock;
  private int made;

  HiEventsStubShop(Clock clock) {
    this.clock = clock;
  }

  ObjectNode create(String title, Optional<Instant> startsAt, Optional<Instant> endsAt) {
    made++;
    ObjectNode event =
        Json.object()
            .put("id", made)
            .put("title", title)
            .put("category", "OTHER")
            .put("start_date", text(startsAt))
            .put("end_date", text(endsAt))
            .put("status", "DRAFT")
            .put("currency", "EUR")
            .put("timezone", "Europe/Dublin")
            .put("slug", "event-" + made);
    events.put(Integer.toString(made), event);
    return event;
  }

  private static @Nullable String text(Optional<Instant> time) {
    return time.map(TIME::format).orElse(null);
  }

  /** Returns the event as it is told, what follows from its dates included. */
  ObjectNode describe(ObjectNode event) {
    return event.deepCopy().put("lifecycle_status", lifecycle(event));
  }

  private String lifecycle(JsonNode event) {
    Instant now = clock.instant();
    if (isBefore(event.path("end_date"), now)) {
      return "ENDED";
    }
    return isBefore(event.path("start_date"), now) ? "ONGOING" : "UPCOMING";
  }

  // What a test has written in another form counts as far ahead.
  private static boolean isBefore(JsonNode time, Instant now) {
    return time.asText().endsWith("Z")
        && OffsetDateTime.parse(time.textValue()).toInstant().isBefore(now);
  }

  ObjectNode signIn() {
    String token = "stub." + UUID.randomUUID();
    tokens.put(token, clock.instant().plus(TOKEN_LIFE));
    ObjectNode answer =
        Json.object()
            .put("token", token)
            .put("token_type", "bearer")
            .put("expires_in", TOKEN_LIFE.toSeconds());
    answer.putArray("accounts").addObject().put("id", 1);
    return answer;
  }

  boolean isGood(String token) {
    return Optional.ofNullable(tokens.get(token)).filter(clock.instant()::isBefore).isPresent();
  }
}
