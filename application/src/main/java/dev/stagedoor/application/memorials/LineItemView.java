package dev.stagedoor.application.memorials;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.memorials.LineItem;

/** One line of a quote; the code names its text ({@code memorials.line.<code>}). */
public record LineItemView(String code, int quantity, Money unit, Money total) {
  static LineItemView of(LineItem line) {
    return new LineItemView(line.code(), line.quantity(), line.unit(), line.total());
  }
}
