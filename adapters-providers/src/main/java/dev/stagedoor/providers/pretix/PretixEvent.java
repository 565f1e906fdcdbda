package dev.stagedoor.providers.pretix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.WebAddress;
import dev.stagedoor.domain.ticketing.SaleStatus;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An event as pretix describes it.
 *
 * @param isSeries whether it stands for many dates, whose times are their own
 * @param isLive whether the public sees the shop
 * @param isTest whether what is ordered now is not meant: no money is taken, no ticket holds
 * @param page where the shop says that it is shown; older ones say nothing
 */
record PretixEvent(
    String slug,
    String title,
    boolean isSeries,
    boolean isLive,
    boolean isTest,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Instant> presaleStart,
    Optional<Instant> presaleEnd,
    ZoneId zone,
    Optional<URI> page) {

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException when it lacks something, or says what nobody here knows
   */
  static PretixEvent read(JsonNode event) {
    return new PretixEvent(
        text(event.path("slug"))
            .orElseThrow(() -> new IllegalArgumentException("an event without a slug")),
        title(event.path("name")),
        event.path("has_subevents").asBoolean(),
        flag(event, "live"),
        flag(event, "testmode"),
        time(event, "date_from"),
        time(event, "date_to"),
        time(event, "presale_start"),
        time(event, "presale_end"),
        zone(event.path("timezone")),
        text(event.path("public_url")).flatMap(PretixEvent::page));
  }

  /** The English name, else the first there is. */
  private static String title(JsonNode names) {
    return Stream.concat(
            Stream.of(names.path("en")), StreamSupport.stream(names.spliterator(), false))
        .flatMap(name -> text(name).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("an event without a name"));
  }

  private static boolean flag(JsonNode event, String member) {
    JsonNode flag = event.path(member);
    if (!flag.isBoolean()) {
      throw new IllegalArgumentException("an event of which it does not say whether " + member);
    }
    return flag.booleanValue();
  }

  private static Optional<Instant> time(JsonNode event, String member) {
    JsonNode time = event.path(member);
    if (time.isMissingNode() || time.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(time.asText()).toInstant());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("an event whose " + member + " is no time", e);
    }
  }

  // Only tells when a day is over; older versions do not say it.
  private static ZoneId zone(JsonNode zone) {
    try {
      return ZoneId.of(zone.asText());
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private static Optional<URI> page(String text) {
    return WebAddress.of(text);
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.textValue()).filter(text -> !text.isBlank());
  }

  /** Tells how the sale stands. */
  SaleStatus status(Instant now) {
    if (isOver(now)) {
      return SaleStatus.INACTIVE;
    }
    boolean canBuy = isLive && !isTest && presaleStart.filter(now::isBefore).isEmpty();
    return canBuy ? SaleStatus.LIVE : SaleStatus.DRAFT;
  }

  /** As pretix itself sees it: without any end, an event is on sale until its first day is over. */
  private boolean isOver(Instant now) {
    if (presaleEnd.isPresent() || isSeries) {
      return presaleEnd.filter(now::isAfter).isPresent();
    }
    return to.map(now::isAfter)
        .orElseGet(
            () ->
                from.filter(
                        start ->
                            now.atZone(zone)
                                .toLocalDate()
                                .isAfter(start.atZone(zone).toLocalDate()))
                    .isPresent());
  }

  Optional<Instant> startsAt() {
    return from.filter(time -> !isSeries);
  }

  Optional<Instant> endsAt() {
    return to.filter(time -> !isSeries);
  }
}
