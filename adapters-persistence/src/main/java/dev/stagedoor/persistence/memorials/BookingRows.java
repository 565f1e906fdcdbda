package dev.stagedoor.persistence.memorials;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BookingRows extends CrudRepository<BookingRow, UUID> {
  Optional<BookingRow> findByMemorialIdForUpdate(UUID memorialId);

  @Query(
      """
      insert into bookings (
        memorial_id, services, selection, quote, status, taken_minor, paid_minor, owed_again_minor, currency, payment_id, saved_at,
        version)
      values (
        :memorialId, cast(:services as jsonb), cast(:selection as jsonb), cast(:quote as jsonb), :status,
        :takenMinor, :paidMinor, :owedAgainMinor, :currency, :paymentId, :savedAt, 1)
      on conflict (memorial_id) do nothing
      returning memorial_id
      """)
  @Nullable UUID insert(BookingRow row);
}
