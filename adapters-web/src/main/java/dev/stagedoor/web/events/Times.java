package dev.stagedoor.web.events;

import dev.stagedoor.domain.kernel.DomainException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the times of events, with an offset or as clocks show them where the event is. */
final class Times {
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  /** Years have four digits; no store keeps every instant that Java has. */
  private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private Times() {}

  static Instant moment(String text, ZoneId where, String member) {
    Instant read = read(text.strip(), where, member);
    if (read.isBefore(FIRST) || !read.isBefore(END)) {
      throw DomainException.invalid(member, "date");
    }
    return read;
  }

  private static Instant read(String text, ZoneId where, String member) {
    TemporalAccessor read;
    try {
      read = FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    } catch (DateTimeException unreadable) {
      throw DomainException.invalid(member, "date");
    }
    if (read instanceof OffsetDateTime exact) {
      return exact.toInstant();
    }
    LocalDateTime shown = LocalDateTime.from(read);
    if (where.getRules().getValidOffsets(shown).isEmpty()) {
      throw DomainException.invalid(member, "gap");
    }
    return shown.atZone(where).toInstant();
  }

  static Optional<ZoneId> zone(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(name.strip()));
    } catch (DateTimeException unknown) {
      throw DomainException.invalid("timeZone", "timezone");
    }
  }
}
