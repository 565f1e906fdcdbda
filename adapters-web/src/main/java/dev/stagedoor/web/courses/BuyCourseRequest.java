package dev.stagedoor.web.courses;

import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to buy a course. An amount must be what it costs; who takes the money is chosen by the
 * currency where no payment method is named.
 */
@Serdeable
public record BuyCourseRequest(
    @Nullable UUID courseId,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String paymentMethod) {
  CourseId course() {
    return new CourseId(Sent.required(courseId, "courseId"));
  }

  /**
   * Reads what the client believes it costs.
   *
   * @param usual the currency that is meant where none is named
   */
  Optional<Money> claimed(Currency usual) {
    return Sent.amount(amount, Sent.currency(currency, "currency").orElse(usual));
  }

  Optional<ProviderId> provider() {
    return Optional.ofNullable(paymentMethod).map(BuyCourseRequest::provider);
  }

  private static ProviderId provider(String name) {
    try {
      return new ProviderId(name);
    } catch (IllegalArgumentException notAProvider) {
      throw DomainException.invalid("paymentMethod", "choice");
    }
  }
}
