package dev.stagedoor.bootstrap.e2e;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Days that lie ahead whenever the tests are run: servers go by the clock of the machine. */
final class Ahead {
  private Ahead() {}

  /** Returns the day of a service, or of an evening with tickets. */
  static LocalDate day() {
    return LocalDate.now(ZoneOffset.UTC).plusMonths(3);
  }

  /** Returns the last month of a card, as people write it. */
  static String endOfCard() {
    return YearMonth.now(ZoneOffset.UTC).plusYears(3).format(DateTimeFormatter.ofPattern("MM/yy"));
  }
}
