package dev.stagedoor.persistence.library;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("video_assets")
record VideoAssetRow(
    @Id UUID id,
    String subjectKind,
    UUID subjectId,
    UUID fileId,
    String title,
    String provider,
    boolean signedOnly,
    String status,
    @Nullable String refProvider,
    @Nullable String refId,
    int attempt,
    Instant begunAt,
    int progress,
    @Nullable String playbackUrl,
    @Nullable String thumbnailUrl,
    @Nullable Long durationMillis,
    @Nullable String failureReason,
    @Nullable String failureCode,
    @Nullable Instant readyAt,
    int looks,
    @Nullable Instant nextLookAt,
    Instant createdAt,
    @Version long version) {

  static VideoAssetRow from(VideoAsset.Snapshot video) {
    ProviderRef ref = video.ref();
    Duration duration = video.duration();
    VideoFailure failure = video.failure();
    return new VideoAssetRow(
        video.id().value(),
        video.subject().kind(),
        video.subject().id(),
        video.file().value(),
        video.title(),
        video.provider().value(),
        video.signedOnly(),
        video.status().code(),
        ref == null ? null : ref.provider().value(),
        ref == null ? null : ref.value(),
        video.attempt(),
        video.begunAt(),
        video.progress(),
        video.playbackUrl(),
        video.thumbnailUrl(),
        duration == null ? null : duration.toMillis(),
        failure == null ? null : Codes.of(failure.reason()),
        failure == null ? null : failure.providerCode(),
        video.readyAt(),
        video.looks(),
        video.nextLookAt(),
        video.createdAt(),
        video.version());
  }

  VideoAsset toDomain() {
    return VideoAsset.restore(
        new VideoAsset.Snapshot(
            new VideoId(id),
            new Subject(subjectKind, subjectId),
            new FileId(fileId),
            title,
            new ProviderId(provider),
            signedOnly,
            Codes.parse(VideoAsset.Status.class, status),
            refProvider == null || refId == null ? null : ProviderRef.of(refProvider, refId),
            attempt,
            begunAt,
            progress,
            playbackUrl,
            thumbnailUrl,
            durationMillis == null ? null : Duration.ofMillis(durationMillis),
            failureReason == null || failureCode == null
                ? null
                : new VideoFailure(
                    Codes.parse(VideoFailure.Reason.class, failureReason), failureCode),
            readyAt,
            looks,
            nextLookAt,
            createdAt,
            version));
  }
}
