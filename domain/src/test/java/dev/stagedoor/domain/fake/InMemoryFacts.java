package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.analytics.port.RollUp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what happened in memory, and which of it is counted. */
public final class InMemoryFacts implements Facts, RollUp {
  private record Row(Fact fact, boolean isCounted) {}

  private final InMemoryStore.Table<UUID, Row> table;

  private volatile @Nullable RuntimeException failure;

  public InMemoryFacts(InMemoryStore store) {
    table = store.table();
  }

  /** Has everything fail that is told from now on; null has it go on. */
  public void failWith(@Nullable RuntimeException failure) {
    this.failure = failure;
  }

  @Override
  public void record(List<Fact> facts) {
    RuntimeException broken = failure;
    if (broken != null) {
      throw broken;
    }
    facts.forEach(
        fact -> {
          if (table.lock(fact.id()).isEmpty()) {
            table.put(fact.id(), new Row(fact, false));
          }
        });
  }

  @Override
  public Optional<Fact> find(UUID id) {
    return table.find(id).map(Row::fact);
  }

  @Override
  public int next(int most) {
    List<Fact> oldest =
        table
            .rows()
            .filter(row -> !row.isCounted())
            .map(Row::fact)
            .sorted(Comparator.comparing(Fact::at))
            .limit(most)
            .toList();
    oldest.forEach(fact -> table.put(fact.id(), new Row(fact, true)));
    return oldest.size();
  }

  /** Returns every fact that is counted. */
  public Stream<Fact> counted() {
    return table.rows().filter(Row::isCounted).map(Row::fact);
  }

  /** Returns every fact. */
  public List<Fact> all() {
    return table.rows().map(Row::fact).toList();
  }
}
