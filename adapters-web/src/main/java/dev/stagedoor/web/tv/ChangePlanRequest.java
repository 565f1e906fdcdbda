package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.ChangePlan;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.web.json.Decimals;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a plan; what is left out stays. Its amount is fixed. */
@Serdeable
public record ChangePlanRequest(
    @Nullable String name,
    @JsonProperty("price_monthly") @Nullable BigDecimal priceMonthly,
    @Nullable String currency,
    @JsonProperty("max_profiles") @Nullable Integer maxProfiles,
    @JsonProperty("max_playlists") @Nullable Integer maxPlaylists,
    @JsonProperty("max_favorites") @Nullable Integer maxFavorites,
    @Nullable Map<String, Boolean> features) {
  private static final Currency USUAL = Currency.getInstance("USD");

  ChangePlan toCommand() {
    Faults faults = new Faults();
    var in = faults.read(() -> Sent.currency(currency, "currency").orElse(USUAL));
    faults.refuseAny();
    return new ChangePlan(
        Optional.ofNullable(name),
        Optional.ofNullable(priceMonthly)
            .map(price -> Decimals.read("priceMonthly", price, in.orElseThrow())),
        Optional.ofNullable(maxProfiles),
        Optional.ofNullable(maxPlaylists),
        Optional.ofNullable(maxFavorites),
        Optional.ofNullable(features).map(Features::read));
  }
}
