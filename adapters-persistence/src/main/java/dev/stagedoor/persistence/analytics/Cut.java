package dev.stagedoor.persistence.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time cut into whole months and days of UTC, and what is left at its ends. */
record Cut(List<Piece> pieces) {
  /** What a piece consists of. */
  enum Size {
    MONTH,
    DAY,
    MOMENT
  }

  /** One piece, of some months or days or neither. */
  record Piece(Size span, Instant from, Instant to) {}

  static Cut of(Instant from, Instant to) {
    List<Piece> pieces = new ArrayList<>();
    Instant firstDay = Span.DAY.ceiling(from);
    Instant lastDay = Span.DAY.floor(to);
    if (!firstDay.isBefore(lastDay)) {
      add(pieces, Size.MOMENT, from, to);
      return new Cut(pieces);
    }
    Instant firstMonth = Span.MONTH.ceiling(firstDay);
    Instant lastMonth = Span.MONTH.floor(lastDay);
    add(pieces, Size.MOMENT, from, firstDay);
    if (firstMonth.isBefore(lastMonth)) {
      add(pieces, Size.DAY, firstDay, firstMonth);
      add(pieces, Size.MONTH, firstMonth, lastMonth);
      add(pieces, Size.DAY, lastMonth, lastDay);
    } else {
      add(pieces, Size.DAY, firstDay, lastDay);
    }
    add(pieces, Size.MOMENT, lastDay, to);
    return new Cut(pieces);
  }

  private static void add(List<Piece> pieces, Size size, Instant from, Instant to) {
    if (from.isBefore(to)) {
      pieces.add(new Piece(size, from, to));
    }
  }
}
