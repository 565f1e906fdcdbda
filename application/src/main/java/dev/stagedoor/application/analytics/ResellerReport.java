package dev.stagedoor.application.analytics;

import dev.stagedoor.application.analytics.AnalyticsSums.Spender;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.ReportPeriod;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Puts together what resellers do. */
final class ResellerReport {
  static final Set<FactKind> KINDS =
      EnumSet.of(
          FactKind.CREDITS_GRANTED,
          FactKind.CREDITS_SPENT,
          FactKind.CLIENT_CREATED,
          FactKind.CLIENT_RENEWED,
          FactKind.CLIENT_SERVED);

  private ResellerReport() {}

  static ResellerAnalytics of(
      Elapsed elapsed, Tally tally, Page<Spender> spenders, Currency worth) {
    List<ResellerAnalytics.Slice> series = new ArrayList<>();
    long served = tally.amount(-1, FactKind.CLIENT_SERVED);
    for (ReportPeriod.Slice slice : elapsed.slices()) {
      int at = series.size();
      served += tally.amount(at, FactKind.CLIENT_SERVED);
      series.add(
          new ResellerAnalytics.Slice(
              slice.date(),
              tally.amount(at, FactKind.CREDITS_GRANTED),
              tally.amount(at, FactKind.CREDITS_SPENT),
              tally.count(at, FactKind.CLIENT_CREATED),
              tally.count(at, FactKind.CLIENT_RENEWED),
              served));
    }
    return new ResellerAnalytics(
        elapsed.period(),
        series,
        new ResellerAnalytics.Slice(
            elapsed.period().start(),
            series.stream().mapToLong(ResellerAnalytics.Slice::creditsGranted).sum(),
            series.stream().mapToLong(ResellerAnalytics.Slice::creditsSpent).sum(),
            series.stream().mapToLong(ResellerAnalytics.Slice::clientsCreated).sum(),
            series.stream().mapToLong(ResellerAnalytics.Slice::clientsRenewed).sum(),
            served),
        spenders.map(
            one ->
                new ResellerAnalytics.Reseller(
                    one.id(),
                    one.email(),
                    one.spent(),
                    one.clients(),
                    new Money(one.spent(), worth))));
  }
}
