package dev.stagedoor.web.memorials;

import dev.stagedoor.domain.memorials.PriceBook;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a booking can cost. */
@Serdeable
public record PriceBookResponse(
    String currency,
    Map<String, BigDecimal> tiers,
    int includedHours,
    BigDecimal extraHour,
    BigDecimal extraLocation,
    BigDecimal extraDay,
    Map<String, BigDecimal> addons) {
  static PriceBookResponse from(PriceBook prices) {
    Map<String, BigDecimal> tiers = new LinkedHashMap<>();
    for (Tier tier : Tier.values()) {
      tiers.put(tier.code(), Decimals.of(prices.priceOf(tier)));
    }
    Map<String, BigDecimal> addons = new LinkedHashMap<>();
    addons.put("photography", Decimals.of(prices.photography()));
    addons.put("audioVisualSupport", Decimals.of(prices.audioVisualSupport()));
    addons.put("liveMusician", Decimals.of(prices.liveMusician()));
    addons.put("usbDrives", Decimals.of(prices.usbDrive()));
    return new PriceBookResponse(
        prices.currency().getCurrencyCode(),
        tiers,
        prices.includedHours(),
        Decimals.of(prices.extraHour()),
        Decimals.of(prices.extraLocation()),
        Decimals.of(prices.extraDay()),
        addons);
  }
}
