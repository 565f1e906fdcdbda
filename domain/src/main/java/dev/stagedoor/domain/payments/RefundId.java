package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** Identifies one refund of a payment. */
public record RefundId(UUID value) {
  public RefundId {
    Objects.requireNonNull(value, "value");
  }

  /** Names a refund that somebody made at the provider; the same one always gets the same id. */
  static RefundId of(ProviderRef refund) {
    return named("at " + refund.provider().value() + " " + refund.value());
  }

  /** Names the next refund of a payment that nobody asked for: repeating it makes no second one. */
  static RefundId next(PaymentId payment, int refundsSoFar) {
    return named("of " + payment.value() + " " + refundsSoFar);
  }

  private static RefundId named(String name) {
    return new RefundId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "ref_" + value;
  }
}
