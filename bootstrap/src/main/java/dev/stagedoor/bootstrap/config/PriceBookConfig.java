package dev.stagedoor.bootstrap.config;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.memorials.PriceBook;
import dev.stagedoor.domain.memorials.Tier;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/** What memorial bookings cost, in major units of one currency. */
@ConfigurationProperties("stagedoor.memorials.prices")
public record PriceBookConfig(
    String currency,
    BigDecimal record,
    BigDecimal live,
    BigDecimal legacy,
    int includedHours,
    BigDecimal extraHour,
    BigDecimal extraLocation,
    BigDecimal extraDay,
    BigDecimal photography,
    BigDecimal audioVisualSupport,
    BigDecimal liveMusician,
    BigDecimal usbDrive) {

  public PriceBook priceBook() {
    return new PriceBook(
        Map.of(
            Tier.RECORD, money("record", record),
            Tier.LIVE, money("live", live),
            Tier.LEGACY, money("legacy", legacy)),
        includedHours,
        money("extra-hour", extraHour),
        money("extra-location", extraLocation),
        money("extra-day", extraDay),
        money("photography", photography),
        money("audio-visual-support", audioVisualSupport),
        money("live-musician", liveMusician),
        money("usb-drive", usbDrive));
  }

  private Money money(String key, BigDecimal major) {
    Currency known = known();
    try {
      long minor =
          major.movePointRight(Math.max(0, known.getDefaultFractionDigits())).longValueExact();
      if (minor < 0) {
        throw new ArithmeticException("negative");
      }
      return new Money(minor, known);
    } catch (ArithmeticException e) {
      throw new InvalidSetting(
          "stagedoor.memorials.prices." + key,
          "must be zero or more, with no more decimals than " + currency + " has: " + major);
    }
  }

  private Currency known() {
    try {
      return Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting(
          "stagedoor.memorials.prices.currency", "must be an ISO 4217 code, not " + currency);
    }
  }
}
