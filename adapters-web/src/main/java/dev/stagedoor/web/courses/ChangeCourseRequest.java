package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.ChangeCourse;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.web.json.Decimals;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to change of a course; what is absent stays. The currency is fixed. */
@Serdeable
public record ChangeCourseRequest(
    @Nullable String title,
    @Nullable String description,
    @Nullable BigDecimal price,
    @Nullable String currency,
    @Nullable String status) {
  /**
   * @param current what it costs now, which says in which currency a price is meant
   */
  ChangeCourse toCommand(Money current) {
    Faults faults = new Faults();
    var wantedPrice = faults.read(() -> money(current));
    var wantedStatus =
        faults.read(() -> Optional.ofNullable(status).map(String::strip).map(Course.Status::of));
    faults.refuseAny();
    return new ChangeCourse(
        Optional.ofNullable(title),
        Optional.ofNullable(description),
        wantedPrice.orElseThrow(),
        wantedStatus.orElseThrow());
  }

  private Optional<Money> money(Money current) {
    Currency in = Sent.currency(currency, "currency").orElse(current.currency());
    if (price != null) {
      return Optional.of(Decimals.read("price", price, in));
    }
    // Another currency alone is a change, too: one that is refused.
    return in.equals(current.currency()) ? Optional.empty() : Optional.of(new Money(0, in));
  }
}
