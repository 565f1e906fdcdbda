package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.IdempotencyKey;
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

  /** Names what a person asks for under a key: asking again under it names the same refund. */
  public static RefundId asked(PaymentId payment, UserId by, IdempotencyKey key) {
    return named("asked " + payment.value() + " " + by.value() + " " + key.value());
  }

  /** Names the next return of a surplus: repeating it makes no second one. */
  static RefundId surplus(PaymentId payment, int returnedSoFar) {
    return named("surplus of " + payment.value() + " " + returnedSoFar);
  }

  private static RefundId named(String name) {
    return new RefundId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "ref_" + value;
  }
}
