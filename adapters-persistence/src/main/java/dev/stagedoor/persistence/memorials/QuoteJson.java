package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.memorials.LineItem;
import dev.stagedoor.domain.memorials.Quote;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Currency;
import java.util.List;

/** The price, inside the row of its booking; all amounts are in one currency. */
@Serdeable
record QuoteJson(String currency, long totalMinor, List<LineJson> lines) {

  static QuoteJson from(Quote quote) {
    return new QuoteJson(
        quote.total().currency().getCurrencyCode(),
        quote.total().minor(),
        quote.lines().stream().map(LineJson::from).toList());
  }

  Quote toDomain() {
    Currency money = Currency.getInstance(currency);
    return new Quote(
        lines.stream().map(line -> line.toDomain(money)).toList(), new Money(totalMinor, money));
  }

  @Serdeable
  record LineJson(String code, int quantity, long unitMinor) {

    static LineJson from(LineItem line) {
      return new LineJson(line.code(), line.quantity(), line.unit().minor());
    }

    LineItem toDomain(Currency currency) {
      return new LineItem(code, quantity, new Money(unitMinor, currency));
    }
  }
}
