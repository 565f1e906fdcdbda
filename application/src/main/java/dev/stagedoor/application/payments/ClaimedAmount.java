package dev.stagedoor.application.payments;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.payments.PaymentError;
import java.util.Map;
import java.util.Optional;

/** What a client believes is due. The price is computed here; a client can only agree. */
public final class ClaimedAmount {
  private ClaimedAmount() {}

  /**
   * Refuses a claim that is not what is due.
   *
   * @throws DomainException {@code AMOUNT_MISMATCH}, or for another currency {@code INVALID_VALUE}
   */
  public static void mustBe(Money due, Optional<Money> claimed) {
    if (claimed.isEmpty() || claimed.get().equals(due)) {
      return;
    }
    if (!claimed.get().currency().equals(due.currency())) {
      throw DomainException.invalid("currency", "choice");
    }
    throw new DomainException(
        PaymentError.AMOUNT_MISMATCH,
        Map.of(
            "amountMinor", claimed.get().minor(),
            "expectedMinor", due.minor(),
            "currency", due.currency().getCurrencyCode()));
  }
}
