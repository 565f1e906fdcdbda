package dev.stagedoor.persistence.analytics;

import dev.stagedoor.application.analytics.PlatformAnalytics.Load;
import dev.stagedoor.application.analytics.PlatformSums.Measured;
import dev.stagedoor.application.analytics.PlatformSums.Requests;
import dev.stagedoor.application.analytics.PlatformSums.Routed;
import dev.stagedoor.application.port.PlatformQueries;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.Histogram;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Adds up requests by device from days of UTC, and from smaller pieces what moments cut off of
 * them; requests by group of routes from months, and from days what is left at their ends.
 */
@Singleton
@InsideUnitOfWork
class JooqPlatformQueries implements PlatformQueries {
  /** Looks up each piece by itself; the counts come as {@link SentCounts}. */
  private static final String PIECES =
      """
      select number, %1$s, requests, errors, refusals, array_send(latencies)
      from unnest(cast(? as text[]), cast(? as timestamptz[]), cast(? as timestamptz[]))
        with ordinality as piece (span, since, until, number)
      cross join lateral (
        select %1$s, requests, errors, refusals, latencies
        from analytics_requests
        where span = piece.span and start >= since and start < until and %2$s = ''
        offset 0) as found
      """;

  private static final String BY_DEVICE = PIECES.formatted("device", "route");
  private static final String BY_ROUTE = PIECES.formatted("route", "device");

  private static final String LOAD =
      """
      select
        cast(coalesce(sum(readings), 0) as bigint), cast(coalesce(sum(cpu_sum), 0) as bigint),
        coalesce(max(cpu_most), 0), cast(coalesce(sum(heap_sum), 0) as bigint), coalesce(max(heap_most), 0),
        cast(coalesce(sum(connections_sum), 0) as bigint), coalesce(max(connections_most), 0)
      from analytics_system
      where start >= cast(? as timestamptz) and start < cast(? as timestamptz)
      """;

  private final DSLContext sql;

  JooqPlatformQueries(DSLContext sql) {
    this.sql = sql;
  }

  private record Key(int slice, DeviceClass device) {}

  @Override
  public List<Measured> requests(List<Instant> moments) {
    Span.mustBeWhole(moments);
    List<Patch> patches = Patch.of(moments);
    Map<Key, Requests> sums = new HashMap<>();
    for (Record row :
        sql.fetch(
            BY_DEVICE,
            patches.stream().map(patch -> patch.span().code()).toArray(String[]::new),
            Span.times(patches.stream().map(Patch::from).toList()),
            Span.times(patches.stream().map(Patch::to).toList()))) {
      Patch patch = patches.get(row.get(0, Integer.class) - 1);
      DeviceClass device = Codes.parse(DeviceClass.class, row.get(1, String.class));
      Requests found = found(row);
      sums.merge(new Key(patch.gains(), device), found, Requests::plus);
      if (patch.loses() >= 0) {
        sums.merge(new Key(patch.loses(), device), Requests.none().minus(found), Requests::plus);
      }
    }
    return sums.entrySet().stream()
        .filter(sum -> sum.getKey().slice() >= 0 && sum.getKey().slice() < moments.size() - 1)
        .filter(sum -> sum.getValue().requests() != 0)
        .map(sum -> new Measured(sum.getKey().slice(), sum.getKey().device(), sum.getValue()))
        .toList();
  }

  private static Requests found(Record row) {
    return new Requests(
        row.get(2, Long.class),
        row.get(3, Long.class),
        row.get(4, Long.class),
        Histogram.of(SentCounts.read(row.get(5, byte[].class))));
  }

  @Override
  public List<Routed> routes(LocalDate first, LocalDate last) {
    List<Cut.Piece> pieces = Cut.of(start(first), start(last.plusDays(1))).pieces();
    Map<String, Requests> sums = new HashMap<>();
    for (Record row :
        sql.fetch(
            BY_ROUTE,
            pieces.stream().map(piece -> Codes.of(piece.span())).toArray(String[]::new),
            Span.times(pieces.stream().map(Cut.Piece::from).toList()),
            Span.times(pieces.stream().map(Cut.Piece::to).toList()))) {
      sums.merge(row.get(1, String.class), found(row), Requests::plus);
    }
    return sums.entrySet().stream().map(sum -> new Routed(sum.getKey(), sum.getValue())).toList();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  @Override
  public Load load(Instant from, Instant to) {
    Span.mustBeWhole(List.of(from, to));
    Record row = sql.fetchSingle(LOAD, Span.time(from), Span.time(to));
    long readings = row.get(0, Long.class);
    return new Load(
        readings,
        average(row.get(1, Long.class), readings),
        row.get(2, Long.class),
        average(row.get(3, Long.class), readings),
        row.get(4, Long.class),
        average(row.get(5, Long.class), readings),
        row.get(6, Long.class));
  }

  private static long average(long sum, long readings) {
    return readings == 0 ? 0 : sum / readings;
  }
}
