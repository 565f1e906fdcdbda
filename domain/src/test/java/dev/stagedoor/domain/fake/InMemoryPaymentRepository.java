package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentSnapshot;
import dev.stagedoor.domain.payments.port.PaymentLists;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps payments in memory. */
public final class InMemoryPaymentRepository implements PaymentRepository, PaymentLists {
  private final InMemoryStore.Table<PaymentId, PaymentSnapshot> table;

  public InMemoryPaymentRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return table.find(id).map(Payment::restore);
  }

  @Override
  public Optional<Payment> lock(PaymentId id) {
    return table.lock(id).map(Payment::restore);
  }

  @Override
  public Optional<Payment> findByRef(ProviderRef charge) {
    return all().filter(payment -> payment.ref().filter(charge::equals).isPresent()).findFirst();
  }

  @Override
  public List<PaymentId> dueForCheck(Instant now, int limit) {
    return table
        .rows()
        .filter(row -> row.nextCheckAt() != null && !row.nextCheckAt().isAfter(now))
        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.nextCheckAt())))
        .limit(limit)
        .map(PaymentSnapshot::id)
        .toList();
  }

  @Override
  public void save(Payment payment) {
    PaymentSnapshot now = payment.snapshot();
    table.put(now.id(), next(now), PaymentSnapshot::version, now.version());
  }

  @Override
  public List<Payment> ofSubject(Subject subject) {
    return oldestFirst(table.rows().filter(row -> row.subject().equals(subject)));
  }

  @Override
  public List<Payment> all(Collection<PaymentId> wanted) {
    return oldestFirst(table.rows().filter(row -> wanted.contains(row.id())));
  }

  @Override
  public List<Payment> needingAttention(int limit) {
    return oldestFirst(table.rows().filter(row -> !row.attention().isEmpty())).stream()
        .limit(limit)
        .toList();
  }

  private static List<Payment> oldestFirst(Stream<PaymentSnapshot> rows) {
    return rows.sorted(
            Comparator.comparing(PaymentSnapshot::createdAt)
                .thenComparing(row -> row.id().value().toString()))
        .map(Payment::restore)
        .toList();
  }

  public Stream<Payment> all() {
    return table.rows().map(Payment::restore);
  }

  private static PaymentSnapshot next(PaymentSnapshot of) {
    return new PaymentSnapshot(
        of.id(),
        of.subject(),
        of.payer(),
        of.amount(),
        of.description(),
        of.provider(),
        of.status(),
        of.ref(),
        of.clientSecret(),
        of.lastDecline(),
        of.captured(),
        of.paidAt(),
        of.nextCheckAt(),
        of.checks(),
        of.refunds(),
        of.attention(),
        of.createdAt(),
        of.version() + 1);
  }
}
