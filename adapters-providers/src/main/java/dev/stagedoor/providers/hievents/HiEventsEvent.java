package dev.stagedoor.providers.hievents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An event as Hi.Events describes it, in answers and in webhooks of either form.
 *
 * @param status how its sale stands, empty when nobody here knows
 */
record HiEventsEvent(
    String id,
    Optional<String> title,
    Optional<SaleStatus> status,
    Optional<Instant> startsAt,
    Optional<Instant> endsAt,
    String slug,
    Optional<UUID> ours) {
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
  private static final String EXTERNAL = "external_event_id";
  private static final String TUVENS = "tuvens_event_id";

  /** Tells whether an event can have this id. */
  static boolean isId(String value) {
    return ID.matcher(value).matches();
  }

  static ProviderRef ref(String id) {
    return new ProviderRef(HiEvents.ID, id);
  }

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException when it has no id, or what should be a time is none
   */
  static HiEventsEvent read(JsonNode event) {
    return new HiEventsEvent(
        Stream.of("id", "event_id")
            .map(event::path)
            .filter(id -> !id.isMissingNode() && !id.isNull())
            .findFirst()
            .map(JsonNode::asText)
            .filter(HiEventsEvent::isId)
            .orElseThrow(() -> new IllegalArgumentException("an event without an id")),
        text(event, "title"),
        text(event, "status")
            .flatMap(status -> HiEventsMapping.sale(status, text(event, "lifecycle_status"))),
        text(event, "start_date").map(HiEventsMapping::time),
        text(event, "end_date").map(HiEventsMapping::time),
        text(event, "slug").orElse(""),
        ours(event));
  }

  /** What is no id of ours was written by somebody else. */
  private static Optional<UUID> ours(JsonNode event) {
    Stream<JsonNode> attributes =
        StreamSupport.stream(event.path("attributes").spliterator(), false)
            .filter(attribute -> isOurs(attribute.path("name").asText()))
            .map(attribute -> attribute.path("value"));
    return Stream.concat(Stream.of(TUVENS, EXTERNAL).map(event::path), attributes)
        .map(JsonNode::asText)
        .flatMap(text -> uuid(text).stream())
        .findFirst();
  }

  private static boolean isOurs(String name) {
    return name.equals(EXTERNAL) || name.equals(TUVENS);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text))
          .filter(uuid -> uuid.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode node, String member) {
    return Optional.ofNullable(node.path(member).textValue()).filter(text -> !text.isBlank());
  }
}
