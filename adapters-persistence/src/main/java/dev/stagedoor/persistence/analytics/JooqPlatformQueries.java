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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Adds up days of UTC, and for what moments cut off of them smaller pieces: six hours, hours and
 * quarters of hours, as few as make it up.
 */
@Singleton
@InsideUnitOfWork
class JooqPlatformQueries implements PlatformQueries {
  private static final String DAYS =
      """
      select width_bucket(start, cast(? as timestamptz[])) - 1, device, requests, errors, refusals, latencies
      from analytics_requests
      where span = 'day' and start >= cast(? as timestamptz) and start < cast(? as timestamptz) and route = ''
      """;

  /** Looks up each piece by itself. */
  private static final String PIECES =
      """
      select moment, device, requests, errors, refusals, latencies
      from unnest(
        cast(? as integer[]), cast(? as text[]), cast(? as timestamptz[]), cast(? as timestamptz[]))
        as piece (moment, span, since, until)
      cross join lateral (
        select device, requests, errors, refusals, latencies
        from analytics_requests
        where span = piece.span and start >= since and start < until and route = ''
        offset 0) as found
      """;

  private static final String ROUTES =
      """
      select route, requests, errors, refusals, latencies
      from analytics_requests
      where span = 'day' and start >= cast(? as timestamptz) and start < cast(? as timestamptz) and device = ''
      """;

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
    Map<Key, Requests> sums = new HashMap<>();
    addDays(moments, sums);
    addPieces(moments, sums);
    return sums.entrySet().stream()
        .filter(sum -> sum.getKey().slice() >= 0 && sum.getKey().slice() < moments.size() - 1)
        .filter(sum -> sum.getValue().requests() != 0)
        .map(sum -> new Measured(sum.getKey().slice(), sum.getKey().device(), sum.getValue()))
        .toList();
  }

  private void addDays(List<Instant> moments, Map<Key, Requests> sums) {
    List<Instant> days = moments.stream().map(Span.DAY::floor).toList();
    for (Record row :
        sql.fetch(
            DAYS, Span.times(days), Span.time(days.get(0)), Span.time(days.get(days.size() - 1)))) {
      sums.merge(new Key(row.get(0, Integer.class), device(row)), requests(row, 2), Requests::plus);
    }
  }

  /** What of its day is before a moment belongs to the slice before it, and not to that after. */
  private void addPieces(List<Instant> moments, Map<Key, Requests> sums) {
    List<Integer> numbers = new ArrayList<>();
    List<String> spans = new ArrayList<>();
    List<Instant> since = new ArrayList<>();
    List<Instant> until = new ArrayList<>();
    Span[] sizes = Span.values();
    for (int moment = 0; moment < moments.size(); moment++) {
      for (int size = 1; size < sizes.length; size++) {
        Instant from = sizes[size - 1].floor(moments.get(moment));
        Instant to = sizes[size].floor(moments.get(moment));
        if (from.isBefore(to)) {
          numbers.add(moment);
          spans.add(sizes[size].code());
          since.add(from);
          until.add(to);
        }
      }
    }
    if (numbers.isEmpty()) {
      return;
    }
    for (Record row :
        sql.fetch(
            PIECES,
            numbers.toArray(Integer[]::new),
            spans.toArray(String[]::new),
            Span.times(since),
            Span.times(until))) {
      int moment = row.get(0, Integer.class);
      Requests requests = requests(row, 2);
      sums.merge(new Key(moment - 1, device(row)), requests, Requests::plus);
      sums.merge(new Key(moment, device(row)), Requests.none().minus(requests), Requests::plus);
    }
  }

  private static DeviceClass device(Record row) {
    return Codes.parse(DeviceClass.class, row.get(1, String.class));
  }

  private static Requests requests(Record row, int first) {
    return new Requests(
        row.get(first, Long.class),
        row.get(first + 1, Long.class),
        row.get(first + 2, Long.class),
        Histogram.of(List.of(row.get(first + 3, Long[].class))));
  }

  @Override
  public List<Routed> routes(LocalDate first, LocalDate last) {
    Map<String, Requests> sums = new HashMap<>();
    for (Record row :
        sql.fetch(
            ROUTES,
            first.atStartOfDay().atOffset(ZoneOffset.UTC),
            last.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))) {
      sums.merge(row.get(0, String.class), requests(row, 1), Requests::plus);
    }
    return sums.entrySet().stream().map(sum -> new Routed(sum.getKey(), sum.getValue())).toList();
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
