package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.kernel.Money;

/** One line of a quote; the code names what it is for ({@code tier_live}, {@code extra_hours}). */
public record LineItem(String code, int quantity, Money unit) {
  public Money total() {
    return unit.times(quantity);
  }
}
