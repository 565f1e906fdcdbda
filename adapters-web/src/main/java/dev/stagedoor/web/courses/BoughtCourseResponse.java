package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.OpenedPurchase;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.json.Decimals;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a browser needs to pay; where nothing is owed, the enrollment. */
@Serdeable
public record BoughtCourseResponse(
    @Nullable UUID paymentId,
    @Nullable String gatewayOrderId,
    @Nullable String clientSecret,
    BigDecimal amount,
    String currency,
    @Nullable String publishableKey,
    @Nullable String provider,
    String status,
    @Nullable EnrollmentResponse enrollment) {
  static BoughtCourseResponse from(OpenedPurchase purchase) {
    Optional<OpenedCheckout> open = purchase.checkout();
    return new BoughtCourseResponse(
        open.map(checkout -> checkout.payment().value()).orElse(null),
        open.map(checkout -> checkout.charge().value()).orElse(null),
        open.flatMap(OpenedCheckout::clientSecret).map(Secret::reveal).orElse(null),
        Decimals.of(purchase.amount()),
        purchase.amount().currency().getCurrencyCode(),
        open.flatMap(OpenedCheckout::publishableKey).orElse(null),
        open.map(checkout -> checkout.charge().provider().value()).orElse(null),
        open.isPresent() ? "pending" : "completed",
        purchase.enrollment().map(EnrollmentResponse::from).orElse(null));
  }

  @Override
  public String toString() {
    return "BoughtCourseResponse[" + paymentId + "]";
  }
}
