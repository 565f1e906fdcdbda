package dev.stagedoor.persistence.analytics;

import dev.stagedoor.domain.analytics.LatencyScale;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import dev.stagedoor.domain.analytics.port.Measures;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JooqMeasures implements Measures {
  private static final String ADD =
      """
      insert into analytics_requests as known (
        span, start, device, route, requests, errors, refusals, latencies)
      values (?, cast(? as timestamptz), ?, ?, ?, ?, ?, cast(? as bigint[]))
      on conflict (span, start, device, route) do update set
        requests = known.requests + excluded.requests,
        errors = known.errors + excluded.errors,
        refusals = known.refusals + excluded.refusals,
        latencies = (
          select array_agg(coalesce(one, 0) + coalesce(other, 0) order by slot)
          from unnest(known.latencies, excluded.latencies) with ordinality as slots (one, other, slot))
      """;

  private static final String LOOK =
      """
      insert into analytics_system as known (
        start, readings, cpu_sum, cpu_most, heap_sum, heap_most, connections_sum, connections_most)
      select start, 1, cpu, cpu, heap, heap, connections, connections
      from (
        select cast(? as timestamptz) as start, cast(? as bigint) as cpu, cast(? as bigint) as heap,
          cast(? as bigint) as connections) as reading
      on conflict (start) do update set
        readings = known.readings + 1,
        cpu_sum = known.cpu_sum + excluded.cpu_sum,
        cpu_most = greatest(known.cpu_most, excluded.cpu_most),
        heap_sum = known.heap_sum + excluded.heap_sum,
        heap_most = greatest(known.heap_most, excluded.heap_most),
        connections_sum = known.connections_sum + excluded.connections_sum,
        connections_most = greatest(known.connections_most, excluded.connections_most)
      """;

  private final DSLContext sql;

  JooqMeasures(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void add(Instant at, List<RequestTally> requests, SystemReading system) {
    // All instances in one order, so that one waits for the other where they meet.
    by(requests, tally -> tally.device().code())
        .forEach(
            (device, tallies) -> {
              for (Span span : Span.UP_TO_DAYS) {
                add(span, at, device, "", tallies);
              }
            });
    by(requests, RequestTally::route)
        .forEach(
            (route, tallies) -> {
              add(Span.MONTH, at, "", route, tallies);
              add(Span.DAY, at, "", route, tallies);
            });
    sql.execute(
        LOOK,
        Span.time(Span.QUARTER_HOUR.floor(at)),
        system.cpuPermille(),
        system.heapBytes(),
        system.connections());
  }

  private static Map<String, List<RequestTally>> by(
      List<RequestTally> requests, Function<RequestTally, String> key) {
    return requests.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private void add(Span span, Instant at, String device, String route, List<RequestTally> sums) {
    sql.execute(
        ADD,
        span.code(),
        Span.time(span.floor(at)),
        device,
        route,
        sums.stream().mapToLong(RequestTally::requests).sum(),
        sums.stream().mapToLong(RequestTally::errors).sum(),
        sums.stream().mapToLong(RequestTally::refusals).sum(),
        latencies(sums));
  }

  /** Leaves out the slots after the last that is not empty. */
  private static Long[] latencies(List<RequestTally> sums) {
    Long[] slots = new Long[LatencyScale.LAST_SLOT + 1];
    Arrays.fill(slots, 0L);
    int length = 0;
    for (RequestTally tally : sums) {
      slots[tally.slot()] += tally.requests();
      length = Math.max(length, tally.slot() + 1);
    }
    return Arrays.copyOf(slots, length);
  }
}
