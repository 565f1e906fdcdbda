package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.NewCourse;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.web.json.Decimals;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A course to be begun; without a price it is free, without a status it is a draft. */
@Serdeable
public record NewCourseRequest(
    @Nullable String title,
    @Nullable String description,
    @Nullable BigDecimal price,
    @Nullable String currency,
    @Nullable String status) {
  private static final Currency USUAL = Currency.getInstance("USD");

  NewCourse toCommand() {
    Faults faults = new Faults();
    var wantedTitle = faults.read(() -> Sent.required(title, "title"));
    var wantedPrice = faults.read(this::money);
    var wantedStatus =
        faults.read(() -> status == null ? Course.Status.DRAFT : Course.Status.of(status.strip()));
    faults.refuseAny();
    return new NewCourse(
        wantedTitle.orElseThrow(),
        Sent.text(description),
        wantedPrice.orElseThrow(),
        wantedStatus.orElseThrow());
  }

  private Money money() {
    Currency in = Sent.currency(currency, "currency").orElse(USUAL);
    return price == null ? new Money(0, in) : Decimals.read("price", price, in);
  }
}
