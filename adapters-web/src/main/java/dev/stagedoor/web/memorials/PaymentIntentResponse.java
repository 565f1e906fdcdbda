package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a browser needs to pay; where nothing is owed only that it is paid. */
@Serdeable
public record PaymentIntentResponse(
    @Nullable String clientSecret,
    @Nullable String paymentIntentId,
    BigDecimal amount,
    String currency,
    @Nullable String publishableKey,
    @Nullable String provider,
    @Nullable UUID paymentId,
    @Nullable String status) {
  static PaymentIntentResponse from(BookingService.Checkout checkout) {
    BigDecimal amount = Decimals.of(checkout.amount());
    String currency = checkout.amount().currency().getCurrencyCode();
    Optional<OpenedCheckout> opened = checkout.opened();
    return opened
        .map(
            open ->
                new PaymentIntentResponse(
                    open.clientSecret().map(Secret::reveal).orElse(null),
                    open.charge().value(),
                    amount,
                    currency,
                    open.publishableKey().orElse(null),
                    open.charge().provider().value(),
                    open.payment().value(),
                    null))
        .orElseGet(
            () ->
                new PaymentIntentResponse(
                    null, null, amount, currency, null, null, null, BookingStatus.PAID.code()));
  }

  @Override
  public String toString() {
    return "PaymentIntentResponse[" + paymentId + "]";
  }
}
