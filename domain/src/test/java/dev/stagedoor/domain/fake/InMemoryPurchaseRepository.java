package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import dev.stagedoor.domain.courses.port.PurchaseLists;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps purchases in memory. */
public final class InMemoryPurchaseRepository implements PurchaseRepository, PurchaseLists {
  private static final Comparator<Purchase> OLDEST_FIRST =
      Comparator.comparing(Purchase::createdAt)
          .thenComparing(purchase -> purchase.id().value().toString());

  private final InMemoryStore.Table<PurchaseId, Purchase.Snapshot> table;

  public InMemoryPurchaseRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Purchase> find(PurchaseId id) {
    return table.find(id).map(Purchase::restore);
  }

  @Override
  public Optional<Purchase> lock(PurchaseId id) {
    return table.lock(id).map(Purchase::restore);
  }

  @Override
  public Purchase lockOpen(Purchase wanted) {
    PurchaseId open =
        of(wanted.course(), wanted.student(), Purchase.Status.OPEN)
            .findFirst()
            .map(Purchase::id)
            .orElse(wanted.id());
    if (table.lock(open).isEmpty()) {
      save(wanted);
    }
    return lock(open).orElseThrow();
  }

  @Override
  public Optional<Purchase> open(CourseId course, UserId student) {
    return of(course, student, Purchase.Status.OPEN).findFirst();
  }

  @Override
  public List<Purchase> paid(CourseId course, UserId student) {
    return of(course, student, Purchase.Status.PAID).sorted(OLDEST_FIRST.reversed()).toList();
  }

  @Override
  public List<PurchaseId> due(int limit) {
    return all()
        .filter(purchase -> purchase.due().isPresent())
        .sorted(OLDEST_FIRST)
        .limit(limit)
        .map(Purchase::id)
        .toList();
  }

  @Override
  public void save(Purchase purchase) {
    Purchase.Snapshot now = purchase.snapshot();
    table.put(now.id(), next(now), Purchase.Snapshot::version, now.version());
  }

  private Stream<Purchase> of(CourseId course, UserId student, Purchase.Status status) {
    return all()
        .filter(one -> one.course().equals(course) && one.student().equals(student))
        .filter(one -> one.status() == status);
  }

  public Stream<Purchase> all() {
    return table.rows().map(Purchase::restore);
  }

  private static Purchase.Snapshot next(Purchase.Snapshot of) {
    return new Purchase.Snapshot(
        of.id(),
        of.course(),
        of.student(),
        of.price(),
        of.status(),
        of.grant(),
        of.payment(),
        of.paidAt(),
        of.kept(),
        of.createdAt(),
        of.version() + 1);
  }
}
