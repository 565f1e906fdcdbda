package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.ticketing.SaleStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What Hi.Events' words mean here. Those nobody knows mean nothing. */
final class HiEventsMapping {
  private HiEventsMapping() {}

  /**
   * Returns how a sale stands, empty when a word is unknown.
   *
   * @param status DRAFT, LIVE and ARCHIVED in Hi.Events; CANCELLED and ENDED in the reference
   * @param lifecycle what Hi.Events makes of the dates, absent in the reference
   */
  static Optional<SaleStatus> sale(String status, Optional<String> lifecycle) {
    return switch (status) {
      case "DRAFT" -> Optional.of(SaleStatus.DRAFT);
      case "LIVE" -> live(lifecycle.orElse("UPCOMING"));
      case "ARCHIVED", "CANCELLED", "ENDED" -> Optional.of(SaleStatus.INACTIVE);
      default -> Optional.empty();
    };
  }

  private static Optional<SaleStatus> live(String lifecycle) {
    return switch (lifecycle) {
      case "UPCOMING", "ONGOING" -> Optional.of(SaleStatus.LIVE);
      case "ENDED" -> Optional.of(SaleStatus.INACTIVE);
      default -> Optional.empty();
    };
  }

  /**
   * Reads a time: with an offset, as it is sent, or without one, as its database has it (UTC).
   *
   * @throws IllegalArgumentException when it is none
   */
  static Instant time(String text) {
    try {
      return text.length() > 10 && text.charAt(10) == ' '
          ? LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time", e);
    }
  }
}
