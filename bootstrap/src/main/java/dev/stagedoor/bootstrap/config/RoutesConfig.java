package dev.stagedoor.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which provider does what, by the names of their blocks under {@code stagedoor.providers}.
 *
 * @param auth the provider that signs people in
 * @param payments the provider of each currency, and of all others under {@code default}
 * @param storage the provider that keeps new files
 * @param mail the provider that carries mails
 * @param ticketing the shop that sells tickets for new events; empty where nobody does
 * @param subscriptions the provider that keeps new subscriptions; empty where nobody does
 */
@ConfigurationProperties("stagedoor.routes")
public record RoutesConfig(
    String auth,
    Map<String, String> payments,
    String storage,
    String mail,
    @Nullable String ticketing,
    @Nullable String subscriptions) {
  public static final String PREFIX = "stagedoor.routes.";
  public static final String PAYMENTS = PREFIX + "payments.";
  private static final String DEFAULT = "default";

  /**
   * Which provider does what with video.
   *
   * @param live the provider that carries new live streams
   * @param library the provider that takes new videos in
   */
  @ConfigurationProperties("video")
  public record Video(String live, String library) {}

  public RoutesConfig {
    payments = Map.copyOf(payments);
    if (!payments.containsKey(DEFAULT)) {
      throw new InvalidSetting(PAYMENTS + DEFAULT, "must name a provider");
    }
  }

  /** Returns the provider of every currency that has none of its own. */
  public String defaultPayments() {
    return String.valueOf(payments.get(DEFAULT));
  }

  /** Returns the providers of single currencies. */
  public Map<Currency, String> paymentsByCurrency() {
    Map<Currency, String> routes = new LinkedHashMap<>();
    payments.forEach(
        (code, provider) -> {
          if (!code.equals(DEFAULT) && routes.put(currency(code), provider) != null) {
            throw new InvalidSetting(PAYMENTS + code, "stands there twice");
          }
        });
    return routes;
  }

  /** Returns who sells tickets, where anybody does. */
  public Optional<String> shop() {
    return Optional.ofNullable(ticketing).filter(name -> !name.isBlank());
  }

  /** Returns who keeps new subscriptions, where anybody does. */
  public Optional<String> subscriptionKeeper() {
    return Optional.ofNullable(subscriptions).filter(name -> !name.isBlank());
  }

  private static Currency currency(String code) {
    try {
      // A name that came from an environment variable is in small letters.
      return Currency.getInstance(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new InvalidSetting(PAYMENTS + code, "is no route: " + code + " is not a currency");
    }
  }
}
