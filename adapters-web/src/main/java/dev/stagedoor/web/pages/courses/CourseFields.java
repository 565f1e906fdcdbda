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
    String typed = form.value(PRICE).strip();
    if (typed.isEmpty()) {
      return Money.zero(currency);
    }
    if (!PLAIN_NUMBER.matcher(typed).matches()) {
      throw DomainException.invalid(PRICE, "format");
    }
    BigDecimal amount = new BigDecimal(typed.replace(',', '.'));
    if (amount.scale() > Math.max(0, currency.getDefaultFractionDigits())) {
      throw DomainException.invalid(PRICE, "decimals");
    }
    return Decimals.read(PRICE, amount, currency);
  }
}
