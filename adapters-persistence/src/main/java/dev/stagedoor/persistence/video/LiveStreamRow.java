package dev.stagedoor.persistence.video;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.StreamFacts;
import dev.stagedoor.domain.video.StreamStatus;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.crypto.EncryptedColumn;
import dev.stagedoor.persistence.crypto.Place;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("live_streams")
record LiveStreamRow(
    @Id UUID id,
    String subjectKind,
    UUID subjectId,
    String provider,
    UUID createdBy,
    String title,
    String description,
    @Nullable Instant scheduledStart,
    boolean isVisible,
    boolean isPublic,
    @Nullable String inputProvider,
    @Nullable String inputId,
    @Nullable String rtmpUrl,
    @Nullable String playbackUrl,
    @Nullable String streamKey,
    @Nullable String srtUrl,
    @Nullable String whipUrl,
    String status,
    @Nullable Instant readiedAt,
    @Nullable Instant startedAt,
    @Nullable Instant connectedAt,
    @Nullable Instant disconnectedAt,
    @Nullable Instant failedAt,
    @Nullable Instant stoppedAt,
    @Nullable Instant removedAt,
    long viewers,
    @TypeDef(type = DataType.JSON) List<RecordingJson> recordings,
    Instant createdAt,
    Instant updatedAt,
    @Version long version) {
  static LiveStreamRow from(LiveStream.Snapshot stream, ColumnCipher cipher) {
    UUID id = stream.id().value();
    Optional<LiveInput> input = Optional.ofNullable(stream.input());
    Optional<IngestCredentials> credentials = input.map(LiveInput::credentials);
    return new LiveStreamRow(
        id,
        stream.subject().kind(),
        stream.subject().id(),
        stream.provider().value(),
        stream.createdBy().value(),
        stream.details().title(),
        stream.details().description(),
        stream.details().scheduledStart().orElse(null),
        stream.details().isVisible(),
        stream.details().isPublic(),
        input.map(made -> made.ref().provider().value()).orElse(null),
        input.map(made -> made.ref().value()).orElse(null),
        credentials.flatMap(IngestCredentials::rtmp).map(IngestCredentials.Rtmp::url).orElse(null),
        input.map(LiveInput::playbackUrl).orElse(null),
        credentials
            .flatMap(IngestCredentials::rtmp)
            .map(rtmp -> cipher.encrypt(EncryptedColumn.STREAM_KEY.at(id), rtmp.streamKey()))
            .orElse(null),
        credentials
            .flatMap(IngestCredentials::srtUrl)
            .map(url -> cipher.encrypt(EncryptedColumn.STREAM_SRT_URL.at(id), url))
            .orElse(null),
        credentials
            .flatMap(IngestCredentials::whipUrl)
            .map(url -> cipher.encrypt(EncryptedColumn.STREAM_WHIP_URL.at(id), url))
            .orElse(null),
        Codes.of(stream.status()),
        stream.facts().readiedAt(),
        stream.facts().startedAt(),
        stream.facts().connectedAt(),
        stream.facts().disconnectedAt(),
        stream.facts().failedAt(),
        stream.facts().stoppedAt(),
        stream.facts().removedAt(),
        stream.viewers(),
        stream.recordings().stream().map(RecordingJson::from).toList(),
        stream.createdAt(),
        stream.updatedAt(),
        stream.version());
  }

  LiveStream toDomain(ColumnCipher cipher) {
    return LiveStream.restore(
        new LiveStream.Snapshot(
            new LiveStreamId(id),
            new Subject(subjectKind, subjectId),
            new ProviderId(provider),
            new UserId(createdBy),
            new LiveStream.Details(
                title, description, Optional.ofNullable(scheduledStart), isVisible, isPublic),
            input(cipher),
            Codes.parse(StreamStatus.class, status),
            new StreamFacts(
                readiedAt, startedAt, connectedAt, disconnectedAt, failedAt, stoppedAt, removedAt),
            viewers,
            recordings.stream().map(RecordingJson::toDomain).toList(),
            createdAt,
            updatedAt,
            version));
  }

  private @Nullable LiveInput input(ColumnCipher cipher) {
    if (inputProvider == null || inputId == null || playbackUrl == null) {
      return null;
    }
    return new LiveInput(
        ProviderRef.of(inputProvider, inputId),
        credentials(cipher, id, new Sealed(rtmpUrl, streamKey, srtUrl, whipUrl)),
        playbackUrl);
  }

  /** Credentials as their columns hold them. */
  record Sealed(
      @Nullable String rtmpUrl,
      @Nullable String streamKey,
      @Nullable String srtUrl,
      @Nullable String whipUrl) {}

  /** Decrypts the credentials of the stream with this id. */
  static IngestCredentials credentials(ColumnCipher cipher, UUID id, Sealed sealed) {
    Optional<Secret> key = decrypted(cipher, EncryptedColumn.STREAM_KEY.at(id), sealed.streamKey());
    return new IngestCredentials(
        Optional.ofNullable(sealed.rtmpUrl())
            .map(url -> new IngestCredentials.Rtmp(url, key.orElseThrow())),
        decrypted(cipher, EncryptedColumn.STREAM_SRT_URL.at(id), sealed.srtUrl()),
        decrypted(cipher, EncryptedColumn.STREAM_WHIP_URL.at(id), sealed.whipUrl()));
  }

  private static Optional<Secret> decrypted(
      ColumnCipher cipher, Place place, @Nullable String stored) {
    return Optional.ofNullable(cipher.decryptNullable(place, stored));
  }
}
