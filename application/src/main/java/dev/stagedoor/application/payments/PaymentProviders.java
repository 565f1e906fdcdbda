package dev.stagedoor.application.payments;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentForm;
import dev.stagedoor.domain.payments.PaymentProvider;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The payment providers that are switched on, and which one takes which currency.
 *
 * <p>A stand-in (the sandbox) answers for every provider that a request names and that is not on. A
 * stored payment always goes back to the provider that opened it.
 */
public final class PaymentProviders {
  private final Map<ProviderId, PaymentProvider> byId = new LinkedHashMap<>();
  private final Map<Currency, ProviderId> routes;
  private final ProviderId fallback;
  private final Optional<ProviderId> standIn;

  /**
   * @throws IllegalArgumentException when the list is empty, one id stands twice, or a route leads
   *     to a provider that is not on or does not take the currency
   */
  public PaymentProviders(
      List<PaymentProvider> providers,
      Map<Currency, ProviderId> routes,
      ProviderId fallback,
      Optional<ProviderId> standIn) {
    if (providers.isEmpty()) {
      throw new IllegalArgumentException("no payment provider is switched on");
    }
    for (PaymentProvider provider : providers) {
      if (byId.put(provider.id(), provider) != null) {
        throw new IllegalArgumentException("two payment providers are called " + provider.id());
      }
    }
    this.routes = Map.copyOf(routes);
    this.fallback = fallback;
    this.standIn = standIn;
    mustBeOn(fallback, "default");
    standIn.ifPresent(id -> mustBeOn(id, "stand-in"));
    this.routes.forEach(
        (currency, id) -> {
          if (!mustBeOn(id, currency.getCurrencyCode()).currencies().contains(currency)) {
            throw new IllegalArgumentException(id + " does not take " + currency);
          }
        });
  }

  /** One provider for everything. */
  public static PaymentProviders only(PaymentProvider provider) {
    return new PaymentProviders(
        List.of(provider), Map.of(), provider.id(), Optional.of(provider.id()));
  }

  private PaymentProvider mustBeOn(ProviderId id, String route) {
    PaymentProvider provider = byId.get(id);
    if (provider == null) {
      throw new IllegalArgumentException(
          "the route " + route + " leads to " + id + ", which is not on; on are " + byId.keySet());
    }
    return provider;
  }

  /** Chooses the provider for a new payment, by name where one is asked for. */
  PaymentProvider choose(Currency currency, Optional<ProviderId> wanted) {
    ProviderId id = wanted.orElseGet(() -> routes.getOrDefault(currency, fallback));
    PaymentProvider provider = byId.get(id);
    if (provider == null) {
      provider =
          standIn
              .map(byId::get)
              .orElseThrow(
                  () ->
                      new DomainException(
                          PaymentError.UNKNOWN_PROVIDER, Map.of("provider", id.value())));
    }
    if (!provider.currencies().contains(currency)) {
      throw new DomainException(
          PaymentError.CURRENCY_NOT_SUPPORTED, Map.of("currency", currency.getCurrencyCode()));
    }
    return provider;
  }

  /** Returns what the pages on which people pay must let in. */
  public PaymentForms forms() {
    Map<ProviderId, PaymentForm> forms = new LinkedHashMap<>();
    byId.values()
        .forEach(provider -> provider.form().ifPresent(form -> forms.put(provider.id(), form)));
    return new PaymentForms(forms);
  }

  /** Returns the provider that opened a payment. */
  PaymentProvider of(Payment payment) {
    PaymentProvider provider = byId.get(payment.provider());
    if (provider == null) {
      throw new IllegalStateException(
          payment.id() + " was opened at " + payment.provider() + ", which is not on");
    }
    return provider;
  }

  /** Tells whether every new payment is one provider's. */
  public boolean areAllOf(ProviderId provider) {
    return fallback.equals(provider) && routes.values().stream().allMatch(provider::equals);
  }

  /** Says which provider takes what: {@code INR razorpay, others stripe}. */
  public String description() {
    return Stream.concat(
            routes.entrySet().stream()
                .map(route -> route.getKey().getCurrencyCode() + " " + route.getValue())
                .sorted(),
            Stream.of(routes.isEmpty() ? fallback.value() : "others " + fallback))
        .collect(Collectors.joining(", "));
  }
}
