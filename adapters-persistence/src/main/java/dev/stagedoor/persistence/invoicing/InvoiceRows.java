package dev.stagedoor.persistence.invoicing;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InvoiceRows extends CrudRepository<InvoiceRow, UUID> {
  Optional<InvoiceRow> findByIdForUpdate(UUID id);

  Optional<InvoiceRow> findByRefProviderAndRefId(String refProvider, String refId);

  @Query(
      """
      select id from invoices
      where next_check_at <= :now
      order by next_check_at, id
      limit :limit
      """)
  List<UUID> findDueForCheck(Instant now, int limit);

  /** Inserts unless it is there, or the customer has another that is not void. */
  @Query(
      """
      insert into invoices (
        id, owner_kind, owner_id, subject_kind, subject_id, provider, customer_reference, customer_name,
        customer_email, lines, currency, total_minor, memo, due_seconds, status, problem_kind, problem_code,
        ref_provider, ref_id, page, unwanted, round, is_doubtful, writing_until, next_check_at, checks, sent_at, paid_at,
        created_at, updated_at, version)
      values (
        :id, :ownerKind, :ownerId, :subjectKind, :subjectId, :provider, :customerReference, :customerName,
        :customerEmail, cast(:lines as jsonb), :currency, :totalMinor, :memo, :dueSeconds, :status, :problemKind,
        :problemCode, :refProvider, :refId, :page, cast(:unwanted as jsonb), :round, :isDoubtful, :writingUntil, :nextCheckAt, :checks,
        :sentAt, :paidAt, :createdAt, :updatedAt, 1)
      on conflict do nothing
      returning id
      """)
  @Nullable UUID insert(InvoiceRow row);

  /** Lets what was void be what the provider says, though another took its place. */
  @Query("update invoices set once_void = true where id = :id and status = 'void'")
  void giveUpPlace(UUID id);
}
