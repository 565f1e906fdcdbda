package dev.stagedoor.web.payments;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much is to be given back, and why; without an amount all that is left. */
@Serdeable
public record RefundPaymentRequest(@Nullable BigDecimal amount, @Nullable String reason) {
  public static RefundPaymentRequest everything() {
    return new RefundPaymentRequest(null, null);
  }
}
