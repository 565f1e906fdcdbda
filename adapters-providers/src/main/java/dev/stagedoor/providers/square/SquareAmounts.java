package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.providers.support.Json;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How Square counts money: in the smallest units of ISO 4217, in the currencies of the countries
 * where it has sellers.
 */
final class SquareAmounts {
  private static final Map<String, Currency> BY_CODE =
      Arrays.stream("AUD CAD EUR GBP JPY USD".split(" ", -1))
          .map(Currency::getInstance)
          .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

  private SquareAmounts() {}

  /** Returns a currency that Square takes. */
  static Optional<Currency> currency(JsonNode code) {
    return Optional.ofNullable(code.textValue()).map(BY_CODE::get);
  }

  static ObjectNode write(Money money) {
    return Json.object()
        .put("amount", money.minor())
        .put("currency", money.currency().getCurrencyCode());
  }

  /**
   * Reads an amount of Square's, which leaves out what is nothing.
   *
   * @throws dev.stagedoor.domain.kernel.ProviderException {@code UNREADABLE} when it makes no sense
   */
  static Money read(JsonNode money) {
    Currency currency =
        currency(money.path("currency"))
            .orElseThrow(() -> SquareApi.unreadable("an amount in an unknown currency"));
    JsonNode amount = money.path("amount");
    if (amount.isMissingNode() || amount.isNull()) {
      return new Money(0, currency);
    }
    if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.longValue() < 0) {
      throw SquareApi.unreadable("an amount that makes no sense");
    }
    return new Money(amount.longValue(), currency);
  }
}
