package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps subscriptions in memory. */
public final class InMemorySubscriptionRepository implements SubscriptionRepository {
  private final InMemoryStore.Table<SubscriptionId, Subscription.Snapshot> table;

  public InMemorySubscriptionRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Subscription> lock(SubscriptionId id) {
    return table.lock(id).map(Subscription::restore);
  }

  @Override
  public List<Subscription> of(UserId holder) {
    return all()
        .filter(subscription -> subscription.holder().equals(holder))
        .sorted(
            Comparator.comparing(Subscription::createdAt)
                .thenComparing(subscription -> subscription.id().value().toString())
                .reversed())
        .toList();
  }

  @Override
  public List<Subscription> due(Instant by, int limit) {
    return table
        .rows()
        .filter(row -> row.lookAt() != null && !row.lookAt().isAfter(by))
        .sorted(
            Comparator.comparing(
                    (Subscription.Snapshot row) -> Optional.ofNullable(row.lookAt()).orElseThrow())
                .thenComparing(row -> row.id().value().toString()))
        .limit(limit)
        .map(Subscription::restore)
        .toList();
  }

  @Override
  public void save(Subscription subscription) {
    Subscription.Snapshot now = subscription.snapshot();
    table.put(now.id(), next(now), Subscription.Snapshot::version, now.version());
  }

  public Stream<Subscription> all() {
    return table.rows().map(Subscription::restore);
  }

  private static Subscription.Snapshot next(Subscription.Snapshot of) {
    return new Subscription.Snapshot(
        of.id(),
        of.holder(),
        of.price(),
        of.status(),
        of.page(),
        of.ref(),
        of.customer(),
        of.paidUntil(),
        of.endsAtPeriodEnd(),
        of.unpaidSince(),
        of.reminders(),
        of.seenAt(),
        of.lookAt(),
        of.unanswered(),
        of.endedAt(),
        of.createdAt(),
        of.version() + 1);
  }
}
