package dev.stagedoor.persistence.payments;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.port.PaymentLists;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
@InsideUnitOfWork
class JdbcPaymentRepository implements PaymentRepository, PaymentLists {
  private final PaymentRows rows;
  private final ColumnCipher cipher;

  JdbcPaymentRepository(PaymentRows rows, ColumnCipher cipher) {
    this.rows = rows;
    this.cipher = cipher;
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return rows.findById(id.value()).map(row -> row.toDomain(cipher));
  }

  @Override
  public Optional<Payment> lock(PaymentId id) {
    return rows.findByIdForUpdate(id.value()).map(row -> row.toDomain(cipher));
  }

  @Override
  public Optional<Payment> findByRef(ProviderRef charge) {
    return rows.findByChargeProviderAndChargeId(charge.provider().value(), charge.value())
        .map(row -> row.toDomain(cipher));
  }

  @Override
  public List<PaymentId> dueForCheck(Instant now, int limit) {
    return rows.findDueForCheck(now, limit).stream().map(PaymentId::new).toList();
  }

  @Override
  public List<Payment> ofSubject(Subject subject) {
    return rows
        .findBySubjectKindAndSubjectIdOrderByCreatedAtAscAndIdAsc(subject.kind(), subject.id())
        .stream()
        .map(row -> row.toDomain(cipher))
        .toList();
  }

  @Override
  public List<Payment> all(Collection<PaymentId> wanted) {
    Set<UUID> ids = wanted.stream().map(PaymentId::value).collect(Collectors.toSet());
    return ids.isEmpty()
        ? List.of()
        : rows.findByIdIn(ids).stream().map(row -> row.toDomain(cipher)).toList();
  }

  @Override
  public List<Payment> needingAttention(int limit) {
    return rows.findNeedingAttention(limit).stream().map(row -> row.toDomain(cipher)).toList();
  }

  @Override
  public void save(Payment payment) {
    PaymentRow row = PaymentRow.from(payment.snapshot(), cipher);
    Versions.save(row.version(), () -> rows.insert(row) != null, () -> rows.update(row));
  }
}
