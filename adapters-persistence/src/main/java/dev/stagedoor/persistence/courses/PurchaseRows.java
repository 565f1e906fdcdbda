package dev.stagedoor.persistence.courses;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PurchaseRows extends CrudRepository<PurchaseRow, UUID> {
  Optional<PurchaseRow> findByIdForUpdate(UUID id);

  @Query(
      """
      select * from course_purchases
      where course_id = :courseId and student_id = :studentId and status = 'open'
      """)
  Optional<PurchaseRow> findOpen(UUID courseId, UUID studentId);

  @Query(
      """
      select * from course_purchases
      where course_id = :courseId and student_id = :studentId and status = 'open'
      for update
      """)
  Optional<PurchaseRow> findOpenForUpdate(UUID courseId, UUID studentId);

  @Query(
      """
      select * from course_purchases
      where course_id = :courseId and student_id = :studentId and status = 'paid'
      order by created_at desc, id desc
      """)
  List<PurchaseRow> findPaid(UUID courseId, UUID studentId);

  @Query(
      """
      select id from course_purchases
      where (status = 'paid' and granted <> 'enrolled') or (status = 'refunded' and granted <> 'withdrawn')
      order by created_at, id
      limit :limit
      """)
  List<UUID> findDue(int limit);

  @Query(
      """
      insert into course_purchases (
        id, course_id, student_id, price_minor, currency, status, granted, payment_id, paid_at, kept_minor, created_at,
        version)
      values (
        :id, :courseId, :studentId, :priceMinor, :currency, :status, :granted, :paymentId, :paidAt, :keptMinor,
        :createdAt, 1)
      on conflict (course_id, student_id) where status = 'open' do nothing
      returning id
      """)
  @Nullable UUID insert(PurchaseRow row);
}
