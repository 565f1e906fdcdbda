package dev.stagedoor.persistence.video;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LiveStreamRows extends CrudRepository<LiveStreamRow, UUID> {
  Optional<LiveStreamRow> findByIdForUpdate(UUID id);

  Optional<LiveStreamRow> findByInputProviderAndInputIdForUpdate(
      String inputProvider, String inputId);

  long countBySubjectKindAndSubjectIdAndRemovedAtIsNull(String subjectKind, UUID subjectId);

  @Query(
      """
      insert into live_streams (
        id, subject_kind, subject_id, provider, created_by, title, description, scheduled_start,
        is_visible, is_public, input_provider, input_id, rtmp_url, playback_url, stream_key, srt_url,
        whip_url, status, readied_at, started_at, connected_at, disconnected_at, failed_at, stopped_at,
        removed_at, viewers, recordings, created_at, updated_at, version)
      values (
        :id, :subjectKind, :subjectId, :provider, :createdBy, :title, :description, :scheduledStart,
        :isVisible, :isPublic, :inputProvider, :inputId, :rtmpUrl, :playbackUrl, :streamKey, :srtUrl,
        :whipUrl, :status, :readiedAt, :startedAt, :connectedAt, :disconnectedAt, :failedAt, :stoppedAt,
        :removedAt, :viewers, cast(:recordings as jsonb), :createdAt, :updatedAt, 1)
      on conflict (id) do nothing
      returning id
      """)
  @Nullable UUID insert(LiveStreamRow row);
}
