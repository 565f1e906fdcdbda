package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Currency;
import java.util.Optional;

/**
 * Where a merchant sells. All its money is in one currency.
 *
 * @param merchant Square's name for who owns it
 * @param name the business's, else the place's
 * @param currency empty when it is none that is known here
 * @param canCharge whether it is open, and Square lets it take cards
 */
record SquareLocation(
    String id,
    String merchant,
    Optional<String> name,
    Optional<Currency> currency,
    boolean canCharge) {
  static SquareLocation read(JsonNode location) {
    boolean takesCards = false;
    for (JsonNode capability : location.path("capabilities")) {
      takesCards |= "CREDIT_CARD_PROCESSING".equals(capability.textValue());
    }
    return new SquareLocation(
        SquareApi.text(location, "id"),
        SquareApi.text(location, "merchant_id"),
        SquareApi.optional(location, "business_name")
            .or(() -> SquareApi.optional(location, "name")),
        SquareAmounts.currency(location.path("currency")),
        takesCards && "ACTIVE".equals(location.path("status").textValue()));
  }
}
