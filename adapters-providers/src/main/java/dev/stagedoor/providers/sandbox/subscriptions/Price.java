package dev.stagedoor.providers.sandbox.subscriptions;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.PlanPrice;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.payments.SandboxCurrencies;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plan costs in each period. A price needs no set-up: {@code price_usd_999_month_basic} says
 * itself what it is, and any other costs what the product last said that it costs each month.
 */
public record Price(String id, Money amount, boolean yearly, String plan) {
  private static final Pattern FORM =
      Pattern.compile("price_([a-z]{3})_([0-9]{1,9})_(month|year)_([a-z0-9-]{1,40})");

  /** Reads a price, empty when there is none of this id. */
  public static Optional<Price> read(String id) {
    Matcher matcher = FORM.matcher(id);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String code = matcher.group(1).toUpperCase(Locale.ROOT);
    return SandboxCurrencies.all().stream()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .map(currency -> read(matcher, currency))
        .filter(price -> SandboxCurrencies.objection(price.amount()).isEmpty())
        .findFirst();
  }

  private static Price read(Matcher matcher, Currency currency) {
    return new Price(
        matcher.group(),
        new Money(Long.parseLong(matcher.group(2)), currency),
        matcher.group(3).equals("year"),
        matcher.group(4));
  }

  /** Takes a price as the product names it, empty when it cannot be charged here. */
  static Optional<Price> of(PlanPrice named) {
    ProviderRef ref = named.ref();
    if (!ref.provider().equals(SandboxLine.ID)) {
      return Optional.empty();
    }
    return read(ref.value())
        .or(
            () ->
                Optional.of(new Price(ref.value(), named.monthly(), false, ref.value()))
                    .filter(price -> SandboxCurrencies.objection(price.amount()).isEmpty()));
  }

  /** Says in a few words what it is. */
  public String says() {
    return plan
        + ", "
        + BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits())
            .toPlainString()
        + " "
        + amount.currency().getCurrencyCode()
        + (yearly ? " a year" : " a month");
  }

  /** Returns the end of the period of a price that begins then. */
  static Instant periodFrom(String id, Instant begin) {
    OffsetDateTime from = begin.atOffset(ZoneOffset.UTC);
    boolean isYearly = read(id).filter(Price::yearly).isPresent();
    return (isYearly ? from.plusYears(1) : from.plusMonths(1)).toInstant();
  }
}
