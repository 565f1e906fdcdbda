package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.port.PlanRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps plans in memory. */
public final class InMemoryPlanRepository implements PlanRepository {
  private final InMemoryStore.Table<PlanId, Plan.Snapshot> table;

  public InMemoryPlanRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Plan> find(PlanId id) {
    return table.find(id).map(Plan::restore);
  }

  @Override
  public Optional<Plan> findByPrice(String priceId) {
    return stored()
        .filter(plan -> plan.priceId().equals(priceId))
        .max(
            Comparator.comparing(Plan::isOffered)
                .thenComparing(Plan::createdAt)
                .thenComparing(plan -> plan.id().value().toString()));
  }

  @Override
  public List<Plan> all() {
    return stored()
        .sorted(
            Comparator.comparingLong((Plan plan) -> plan.terms().monthly().minor())
                .thenComparing(Plan::createdAt)
                .thenComparing(plan -> plan.id().value().toString()))
        .toList();
  }

  @Override
  public void save(Plan plan) {
    boolean isTaken =
        plan.isOffered()
            && stored()
                .anyMatch(
                    other ->
                        other.isOffered()
                            && other.priceId().equals(plan.priceId())
                            && !other.id().equals(plan.id()));
    if (isTaken) {
      throw new DomainException(TvError.PRICE_TAKEN);
    }
    Plan.Snapshot now = plan.snapshot();
    table.put(
        now.id(),
        new Plan.Snapshot(
            now.id(),
            now.priceId(),
            now.terms(),
            now.createdAt(),
            now.archivedAt(),
            now.version() + 1),
        Plan.Snapshot::version,
        now.version());
  }

  private Stream<Plan> stored() {
    return table.rows().map(Plan::restore);
  }
}
