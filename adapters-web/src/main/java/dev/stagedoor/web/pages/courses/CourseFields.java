package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CourseView;
import dev.stagedoor.application.language.Amounts;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.web.json.Decimals;
import dev.stagedoor.web.pages.Form;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** What forms of courses say: fields in, fields out. */
final class CourseFields {
  static final String TITLE = "title";
  static final String DESCRIPTION = "description";
  static final String PRICE = "price";
  static final String CURRENCY = "currency";

  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]+(?:[.,][0-9]+)?");

  private CourseFields() {}

  static Form filled(CourseView course) {
    return Form.empty()
        .with(TITLE, course.title())
        .with(DESCRIPTION, course.description())
        .with(PRICE, Amounts.major(course.price()).toPlainString());
  }

  /** Returns several lines as they were typed. */
  static String lines(Form form, String field) {
    return form.value(field).replace("\r\n", "\n");
  }

  /**
   * Reads a price with a point or a comma before its decimals; nothing costs nothing. A thousand
   * that is written {@code 1,000} is refused rather than taken for one.
   */
  static Money price(Form form, Currency currency) {
    return form.value(PRICE).isBlank() ? Money.zero(currency) : amount(form, PRICE, currency);
  }

  /** Reads an amount that is written as a price is. */
  static Money amount(Form form, String field, Currency currency) {
    String typed = form.value(field).strip();
    if (typed.isEmpty()) {
      throw DomainException.invalid(field, "blank");
    }
    if (!PLAIN_NUMBER.matcher(typed).matches()) {
      throw DomainException.invalid(field, "format");
    }
    BigDecimal amount = new BigDecimal(typed.replace(',', '.'));
    if (amount.scale() > Math.max(0, currency.getDefaultFractionDigits())) {
      throw DomainException.invalid(field, "decimals");
    }
    return Decimals.read(field, amount, currency);
  }
}
