package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.analytics.PaidPlan;
import dev.stagedoor.domain.analytics.port.PaidPlans;
import dev.stagedoor.domain.auth.UserId;
import java.util.Optional;
import java.util.UUID;

/** Keeps what subscriptions are counted for in memory. */
public final class InMemoryPaidPlans implements PaidPlans {
  private final InMemoryStore.Table<UUID, PaidPlan> table;

  public InMemoryPaidPlans(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<PaidPlan> find(UUID subscription) {
    return table.find(subscription);
  }

  @Override
  public boolean hasPaid(UserId holder) {
    return table.rows().anyMatch(plan -> plan.holder().equals(holder));
  }

  @Override
  public void save(PaidPlan plan) {
    table.put(plan.subscription(), plan);
  }
}
