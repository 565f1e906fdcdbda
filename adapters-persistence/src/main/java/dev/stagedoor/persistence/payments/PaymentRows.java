package dev.stagedoor.persistence.payments;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PaymentRows extends CrudRepository<PaymentRow, UUID> {
  Optional<PaymentRow> findByIdForUpdate(UUID id);

  List<PaymentRow> findByIdIn(Collection<UUID> ids);

  Optional<PaymentRow> findByChargeProviderAndChargeId(String chargeProvider, String chargeId);

  List<PaymentRow> findBySubjectKindAndSubjectIdOrderByCreatedAtAscAndIdAsc(
      String subjectKind, UUID subjectId);

  @Query(
      """
      select * from payments
      where attention <> '[]'
      order by created_at, id
      limit :limit
      """)
  List<PaymentRow> findNeedingAttention(int limit);

  @Query(
      """
      select id from payments
      where next_check_at <= :now
      order by next_check_at, id
      limit :limit
      """)
  List<UUID> findDueForCheck(Instant now, int limit);

  @Query(
      """
      insert into payments (
        id, subject_kind, subject_id, payer_id, amount_minor, currency, description, provider, status,
        charge_provider, charge_id, client_secret, decline_reason, decline_code, captured_minor, captured_currency,
        paid_at, next_check_at, checks, refunds, attention, created_at, version)
      values (
        :id, :subjectKind, :subjectId, :payerId, :amountMinor, :currency, :description, :provider, :status,
        :chargeProvider, :chargeId, :clientSecret, :declineReason, :declineCode, :capturedMinor, :capturedCurrency,
        :paidAt, :nextCheckAt, :checks, cast(:refunds as jsonb), cast(:attention as jsonb), :createdAt, 1)
      on conflict (id) do nothing
      returning id
      """)
  @Nullable UUID insert(PaymentRow row);
}
