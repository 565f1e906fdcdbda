package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.language.Amounts;
import dev.stagedoor.application.tv.ChangePlan;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.web.json.Decimals;
import dev.stagedoor.web.pages.CurrencyChoice;
import dev.stagedoor.web.pages.Form;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What forms of plans say: fields in, fields out. The names are those that faults have. */
final class PlanFields {
  static final String PRICE_ID = "stripePriceId";
  private static final String NAME = "name";
  private static final String PRICE = "priceMonthly";
  private static final String CURRENCY = "currency";
  private static final String PROFILES = "maxProfiles";
  private static final String PLAYLISTS = "maxPlaylists";
  private static final String FAVORITES = "maxFavorites";
  private static final String FEATURES = "features";
  private static final Currency USUAL = Currency.getInstance("USD");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final Pattern LINES = Pattern.compile("[\\r\\n,]+");

  private PlanFields() {}

  static Form blank() {
    return Form.empty().with(CURRENCY, USUAL.getCurrencyCode());
  }

  static Form filled(Plan plan) {
    Plan.Terms terms = plan.terms();
    return Form.empty()
        .with(NAME, terms.name())
        .with(PRICE, Amounts.major(terms.monthly()).toPlainString())
        .with(CURRENCY, terms.monthly().currency().getCurrencyCode())
        .with(PROFILES, String.valueOf(terms.limits().profiles()))
        .with(PLAYLISTS, String.valueOf(terms.limits().playlists()))
        .with(FAVORITES, String.valueOf(terms.limits().favorites()))
        .with(
            FEATURES,
            new TreeMap<>(terms.features())
                .entrySet().stream()
                    .map(one -> one.getKey() + (one.getValue() ? "" : "=no"))
                    .collect(Collectors.joining("\n")));
  }

  static Plan.Terms terms(Form form) {
    return new Plan.Terms(
        form.value(NAME),
        price(form),
        new Limits(count(form, PROFILES), count(form, PLAYLISTS), count(form, FAVORITES)),
        features(form));
  }

  static ChangePlan change(Form form) {
    return new ChangePlan(
        Optional.of(form.value(NAME)),
        Optional.empty(),
        Optional.of(count(form, PROFILES)),
        Optional.of(count(form, PLAYLISTS)),
        Optional.of(count(form, FAVORITES)),
        Optional.of(features(form)));
  }

  private static Money price(Form form) {
    Currency currency = CurrencyChoice.in(form, CURRENCY).orElse(USUAL);
    String typed = form.value(PRICE).strip();
    if (typed.isEmpty()) {
      throw DomainException.invalid(PRICE, "blank");
    }
    if (!PLAIN_NUMBER.matcher(typed).matches()) {
      throw DomainException.invalid(PRICE, "format");
    }
    return Decimals.read(PRICE, new BigDecimal(typed.replace(',', '.')), currency);
  }

  /** Reads a feature on each line: {@code hd}, or {@code ads=no} for what the plan is without. */
  private static Map<String, Boolean> features(Form form) {
    Map<String, Boolean> features = new LinkedHashMap<>();
    LINES
        .splitAsStream(form.value(FEATURES))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(
            line -> {
              String[] parts = line.split("=", 2);
              boolean has = parts.length == 1 || !parts[1].strip().equals("no");
              features.put(parts[0].strip(), has);
            });
    return features;
  }

  static int count(Form form, String field) {
    String typed = form.value(field).strip();
    if (typed.isEmpty()) {
      throw DomainException.invalid(field, "blank");
    }
    if (!COUNT.matcher(typed).matches()) {
      throw DomainException.invalid(field, "format");
    }
    return Integer.parseInt(typed);
  }
}
