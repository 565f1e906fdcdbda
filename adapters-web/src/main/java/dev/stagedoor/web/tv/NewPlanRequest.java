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
    @Nullable String name,
    @JsonProperty("stripe_price_id") @Nullable String stripePriceId,
    @JsonProperty("price_monthly") @Nullable BigDecimal priceMonthly,
    @Nullable String currency,
    @JsonProperty("max_profiles") @Nullable Integer maxProfiles,
    @JsonProperty("max_playlists") @Nullable Integer maxPlaylists,
    @JsonProperty("max_favorites") @Nullable Integer maxFavorites,
    @Nullable Map<String, Boolean> features) {
  private static final Currency USUAL = Currency.getInstance("USD");

  String price() {
    return Sent.required(stripePriceId, "stripePriceId");
  }

  Plan.Terms terms() {
    Faults faults = new Faults();
    var price =
        faults.read(
            () ->
                Decimals.read(
                    "priceMonthly",
                    Sent.required(priceMonthly, "priceMonthly"),
                    Sent.currency(currency, "currency").orElse(USUAL)));
    var limits =
        faults.read(
            () ->
                new Limits(
                    Sent.required(maxProfiles, "maxProfiles"),
                    Sent.required(maxPlaylists, "maxPlaylists"),
                    Sent.required(maxFavorites, "maxFavorites")));
    var called = faults.read(() -> Sent.required(name, "name"));
    faults.refuseAny();
    return new Plan.Terms(
        called.orElseThrow(), price.orElseThrow(), limits.orElseThrow(), Features.read(features));
  }
}
