package dev.stagedoor.persistence.storage;

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
interface UploadRows extends CrudRepository<UploadRow, UUID> {
  Optional<UploadRow> findByIdForUpdate(UUID id);

  @Query(
      """
      select * from uploads
      where subject_kind = :subjectKind and subject_id = :subjectId and status in ('awaited', 'confirmed')
      order by created_at desc, id desc
      """)
  List<UploadRow> findNotOver(String subjectKind, UUID subjectId);

  @Query(
      """
      select id from uploads
      where status = 'awaited' and expires_at <= :now
      order by expires_at, id
      limit :limit
      """)
  List<UUID> findExpired(Instant now, int limit);

  @Query(
      """
      insert into uploads (
        id, subject_kind, subject_id, storage, key, file_name, bytes, media_type, status, created_at, expires_at,
        version)
      values (
        :id, :subjectKind, :subjectId, :storage, :key, :fileName, :bytes, :mediaType, :status, :createdAt, :expiresAt,
        1)
      on conflict (id) do nothing
      returning id
      """)
  @Nullable UUID insert(UploadRow row);
}
