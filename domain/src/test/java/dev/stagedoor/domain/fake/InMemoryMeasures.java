package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import dev.stagedoor.domain.analytics.port.Measures;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps in memory what processes gathered. */
public final class InMemoryMeasures implements Measures {
  /** What one process gathered until a moment. */
  public record Gathered(Instant at, List<RequestTally> requests, SystemReading system) {}

  private final InMemoryStore.Table<Integer, Gathered> table;
  private final AtomicInteger number = new AtomicInteger();

  public InMemoryMeasures(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public void add(Instant at, List<RequestTally> requests, SystemReading system) {
    table.put(number.incrementAndGet(), new Gathered(at, List.copyOf(requests), system));
  }

  public List<Gathered> all() {
    return table.rows().toList();
  }
}
