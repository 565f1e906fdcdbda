package dev.stagedoor.persistence.library;

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
interface VideoAssetRows extends CrudRepository<VideoAssetRow, UUID> {
  Optional<VideoAssetRow> findByIdForUpdate(UUID id);

  Optional<VideoAssetRow> findByRefProviderAndRefId(String refProvider, String refId);

  @Query(
      """
      select * from video_assets
      where subject_kind = :subjectKind and subject_id in (:subjectIds) and status <> 'removed'
      order by created_at desc, id desc
      """)
  List<VideoAssetRow> findNotRemoved(String subjectKind, Collection<UUID> subjectIds);

  @Query(
      """
      select id from video_assets
      where next_look_at <= :now
      order by next_look_at
      limit :limit
      """)
  List<UUID> findDueForLook(Instant now, int limit);

  @Query(
      """
      insert into video_assets (
        id, subject_kind, subject_id, file_id, title, provider, signed_only, status, ref_provider, ref_id, attempt,
        begun_at, progress, playback_url, thumbnail_url, duration_millis, failure_reason, failure_code, ready_at,
        looks, next_look_at, created_at, version)
      values (
        :id, :subjectKind, :subjectId, :fileId, :title, :provider, :signedOnly, :status, :refProvider, :refId, :attempt,
        :begunAt, :progress, :playbackUrl, :thumbnailUrl, :durationMillis, :failureReason, :failureCode, :readyAt,
        :looks, :nextLookAt, :createdAt, 1)
      on conflict (id) do nothing
      returning id
      """)
  @Nullable UUID insert(VideoAssetRow row);
}
