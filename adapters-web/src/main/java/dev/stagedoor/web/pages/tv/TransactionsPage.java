package dev.stagedoor.web.pages.tv;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.tv.CreditEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What moved the credits of a reseller, on some days or all, which are told in UTC. */
public record TransactionsPage(
    Page<CreditEntry> entries, Optional<LocalDate> from, Optional<LocalDate> to) {
  /** Returns what the address of another page of the list says, ending in &. */
  public String query() {
    return Stream.concat(
            from.stream().map(day -> "from=" + day + "&"),
            to.stream().map(day -> "to=" + day + "&"))
        .collect(Collectors.joining());
  }

  /** Returns where all of it is as a table. */
  public String csv() {
    return "/api/v1/reseller/transactions?"
        + from.map(day -> "from=" + begin(day) + "&").orElse("")
        + to.map(day -> "to=" + begin(day.plusDays(1)) + "&").orElse("")
        + "format=csv";
  }

  static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
