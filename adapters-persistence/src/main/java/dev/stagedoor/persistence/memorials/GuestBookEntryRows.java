package dev.stagedoor.persistence.memorials;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GuestBookEntryRows extends CrudRepository<GuestBookEntryRow, UUID> {
  Optional<GuestBookEntryRow> findByIdForUpdate(UUID id);

  @Query(
      """
      insert into guest_book_entries (id, memorial_id, name, message, status, created_at)
      values (:id, :memorialId, :name, :message, :status, :createdAt)
      on conflict (id) do update set
        name = excluded.name,
        message = excluded.message,
        status = excluded.status
      """)
  void upsert(GuestBookEntryRow row);
}
