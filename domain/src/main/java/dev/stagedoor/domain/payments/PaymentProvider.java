package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.domain.payments.port.Refunds;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * What one payment provider can do. Mandatory capabilities are plain; the rest are optional.
 *
 * @param form its form in a payer's browser; without one the product's own page asks for the card,
 *     which only a stand-in may allow
 */
public record PaymentProvider(
    ProviderId id,
    Set<Currency> currencies,
    Optional<PaymentForm> form,
    Checkouts checkouts,
    PaymentLookup lookup,
    Optional<Refunds> refunds) {
  public PaymentProvider {
    currencies = Set.copyOf(currencies);
  }
}
