package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.Money;
import java.util.Currency;
import java.util.List;

/** What a booking costs, line by line; the total is the sum of the lines. */
public record Quote(List<LineItem> lines, Money total) {
  public Quote {
    lines = List.copyOf(lines);
  }

  static Quote of(List<LineItem> lines, Currency currency) {
    return new Quote(
        lines, lines.stream().map(LineItem::total).reduce(Money.zero(currency), Money::plus));
  }
}
