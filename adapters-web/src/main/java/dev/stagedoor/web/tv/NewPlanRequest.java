package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.web.json.Decimals;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan to be offered; prices are in US dollars where no currency is named. */
@Serdeable
public record NewPlanRequest(
    String name,
    @JsonProperty("stripe_price_id") String stripePriceId,
    @JsonProperty("price_monthly") BigDecimal priceMonthly,
    @Nullable String currency,
    @JsonProperty("max_profiles") Integer maxProfiles,
    @JsonProperty("max_playlists") Integer maxPlaylists,
    @JsonProperty("max_favorites") Integer maxFavorites,
    @Nullable Map<String, Boolean> features) {
  private static final Currency USUAL = Currency.getInstance("USD");

  Plan.Terms terms() {
    Faults faults = new Faults();
    var price =
        faults.read(
            () ->
                Decimals.read(
                    "priceMonthly",
                    priceMonthly,
                    Sent.currency(currency, "currency").orElse(USUAL)));
    var limits = faults.read(() -> new Limits(maxProfiles, maxPlaylists, maxFavorites));
    faults.refuseAny();
    return new Plan.Terms(name, price.orElseThrow(), limits.orElseThrow(), Features.read(features));
  }
}
