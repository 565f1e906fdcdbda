package dev.stagedoor.bootstrap.config;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the plans that are offered at the first start, and says which of them is wrong and why. */
final class PlanSettings {
  static final String KEY = "stagedoor.tv.plans";
  private static final List<String> KNOWN =
      List.of("id", "name", "price", "currency", "profiles", "playlists", "favorites", "features");

  private final String place;
  private final Map<String, Object> given;

  private PlanSettings(int index, Map<String, Object> given) {
    this.place = KEY + "[" + index + "]";
    this.given = given;
  }

  /**
   * Returns what each price offers, in the order given.
   *
   * @throws InvalidSetting for the first that is not a plan
   */
  static Map<String, Plan.Terms> read(List<Map<String, Object>> plans) {
    Map<String, Plan.Terms> read = new LinkedHashMap<>();
    for (int index = 0; index < plans.size(); index++) {
      PlanSettings plan = new PlanSettings(index, plans.get(index));
      plan.refuseUnknown();
      String id = plan.text("id");
      if (read.put(id, plan.terms(id)) != null) {
        throw plan.wrong("id", "is that of another plan: " + id);
      }
    }
    return read;
  }

  private void refuseUnknown() {
    given.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw wrong(name, "is not a setting; allowed are " + KNOWN);
            });
  }

  private Plan.Terms terms(String id) {
    Money monthly = monthly();
    Map<String, Boolean> features =
        features().collect(Collectors.toMap(name -> name, name -> true, (one, same) -> one));
    try {
      Limits limits = new Limits(count("profiles"), count("playlists"), count("favorites"));
      Plan.Terms terms = new Plan.Terms(text("name"), monthly, limits, features);
      // Made only to be looked at: the rules of an id are the plan's own.
      Plan unused = Plan.offer(new PlanId(new UUID(0, 0)), id, terms, Instant.EPOCH);
      return terms;
    } catch (DomainException refused) {
      throw new InvalidSetting(place, "is not a plan: " + refused.getMessage());
    }
  }

  private Money monthly() {
    Currency currency = currency();
    String price = text("price");
    try {
      int digits = Math.max(0, currency.getDefaultFractionDigits());
      long minor = new BigDecimal(price).movePointRight(digits).longValueExact();
      if (minor >= 0) {
        return new Money(minor, currency);
      }
    } catch (ArithmeticException | NumberFormatException none) {
      // Said below, as for less than nothing.
    }
    throw wrong(
        "price",
        "must be zero or more, with no more decimals than "
            + currency.getCurrencyCode()
            + " has: "
            + price);
  }

  private Currency currency() {
    String code = optional("currency").orElse("USD").toUpperCase(Locale.ROOT);
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw wrong("currency", "must be an ISO 4217 code, not " + code);
    }
  }

  private int count(String name) {
    String typed = text(name);
    try {
      return Integer.parseInt(typed);
    } catch (NumberFormatException e) {
      throw wrong(name, "must be a whole number, not " + typed);
    }
  }

  private Stream<String> features() {
    Object names = given.getOrDefault("features", "");
    Stream<?> each =
        names instanceof Collection<?> list
            ? list.stream()
            : Stream.of(String.valueOf(names).split(","));
    return each.map(String::valueOf).map(String::strip).filter(name -> !name.isEmpty());
  }

  private String text(String name) {
    return optional(name).orElseThrow(() -> wrong(name, "must be set"));
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(given.get(name))
        .map(value -> value.toString().strip())
        .filter(value -> !value.isEmpty());
  }

  private InvalidSetting wrong(String name, String problem) {
    return new InvalidSetting(place + "." + name, problem);
  }
}
