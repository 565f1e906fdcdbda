package dev.stagedoor.persistence.memorials;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface FuneralDirectorRows extends CrudRepository<FuneralDirectorRow, UUID> {
  Optional<FuneralDirectorRow> findByUserIdForUpdate(UUID userId);

  @Query(
      """
      insert into funeral_directors (user_id, company, phone, status, registered_at)
      values (:userId, :company, :phone, :status, :registeredAt)
      on conflict (user_id) do update set
        company = excluded.company,
        phone = excluded.phone,
        status = excluded.status
      """)
  void upsert(FuneralDirectorRow row);
}
