package dev.stagedoor.persistence.video;

import dev.stagedoor.application.video.StreamReader;
import dev.stagedoor.application.video.StreamStatusView;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.Recording;
import dev.stagedoor.domain.video.StreamFacts;
import dev.stagedoor.domain.video.StreamStatus;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Documents;
import dev.stagedoor.persistence.video.VideoTables.Streams;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;

/** Makes views of streams from the columns that their readers may see. */
@Singleton
class StreamViews {
  static final List<Field<?>> STATUS_COLUMNS =
      List.of(
          Streams.ID,
          Streams.SUBJECT_KIND,
          Streams.SUBJECT_ID,
          Streams.STATUS,
          Streams.VIEWERS,
          Streams.STARTED_AT,
          Streams.CONNECTED_AT,
          Streams.DISCONNECTED_AT,
          Streams.STOPPED_AT,
          Streams.IS_VISIBLE,
          Streams.IS_PUBLIC);

  private static final List<Field<?>> MORE_COLUMNS =
      List.of(
          Streams.CREATED_BY,
          Streams.TITLE,
          Streams.DESCRIPTION,
          Streams.SCHEDULED_START,
          Streams.PLAYBACK_URL,
          Streams.RECORDINGS,
          Streams.CREATED_AT,
          Streams.UPDATED_AT);

  private static final List<Field<?>> INPUT_COLUMNS =
      List.of(
          Streams.INPUT_PROVIDER,
          Streams.INPUT_ID,
          Streams.RTMP_URL,
          Streams.STREAM_KEY,
          Streams.SRT_URL,
          Streams.WHIP_URL);

  private static final Argument<List<RecordingJson>> RECORDINGS =
      Argument.listOf(RecordingJson.class);

  private final Documents documents;
  private final ColumnCipher cipher;

  StreamViews(Documents documents, ColumnCipher cipher) {
    this.documents = documents;
    this.cipher = cipher;
  }

  static List<Field<?>> columns(StreamReader reader) {
    List<Field<?>> columns = new ArrayList<>(STATUS_COLUMNS);
    columns.addAll(MORE_COLUMNS);
    if (reader.mayHaveCredentials()) {
      columns.addAll(INPUT_COLUMNS);
    }
    return columns;
  }

  static StreamStatusView status(Record row) {
    return new StreamStatusView(
        new LiveStreamId(row.get(Streams.ID)),
        subject(row),
        row.get(Streams.STATUS),
        row.get(Streams.VIEWERS),
        Optional.ofNullable(row.get(Streams.STARTED_AT)),
        endedAt(row),
        row.get(Streams.IS_VISIBLE) && row.get(Streams.IS_PUBLIC));
  }

  StreamView view(Record row, StreamReader reader) {
    List<Recording> recordings =
        documents.read(row.get(Streams.RECORDINGS).data(), RECORDINGS).stream()
            .map(RecordingJson::toDomain)
            .toList();
    Optional<Recording> main = Recording.main(recordings);
    return new StreamView(
        row.get(Streams.ID),
        subject(row),
        row.get(Streams.TITLE),
        row.get(Streams.DESCRIPTION),
        row.get(Streams.STATUS),
        row.get(Streams.IS_VISIBLE),
        row.get(Streams.IS_PUBLIC),
        Optional.ofNullable(row.get(Streams.SCHEDULED_START)),
        Optional.ofNullable(row.get(Streams.STARTED_AT)),
        endedAt(row),
        Optional.ofNullable(row.get(Streams.PLAYBACK_URL))
            .filter(url -> reader.mayPlay(statusOf(row))),
        main.isPresent(),
        main.flatMap(Recording::playbackUrl),
        main.flatMap(Recording::duration),
        main.flatMap(Recording::thumbnailUrl),
        recordings.stream().map(StreamView.RecordingView::of).toList(),
        row.get(Streams.VIEWERS),
        row.get(Streams.CREATED_BY),
        row.get(Streams.CREATED_AT),
        row.get(Streams.UPDATED_AT),
        reader.mayHaveCredentials() ? credentials(row) : Optional.empty(),
        reader.maySeeTheProvider() ? provider(row) : Optional.empty());
  }

  private Optional<IngestCredentials> credentials(Record row) {
    return Optional.ofNullable(row.get(Streams.INPUT_ID))
        .map(
            made ->
                LiveStreamRow.credentials(
                    cipher,
                    row.get(Streams.ID),
                    new LiveStreamRow.Sealed(
                        row.get(Streams.RTMP_URL),
                        row.get(Streams.STREAM_KEY),
                        row.get(Streams.SRT_URL),
                        row.get(Streams.WHIP_URL))));
  }

  private static Optional<ProviderRef> provider(Record row) {
    return Optional.ofNullable(row.get(Streams.INPUT_ID))
        .map(id -> ProviderRef.of(row.get(Streams.INPUT_PROVIDER), id));
  }

  private static Optional<Instant> endedAt(Record row) {
    StreamFacts facts =
        new StreamFacts(
            null,
            row.get(Streams.STARTED_AT),
            row.get(Streams.CONNECTED_AT),
            row.get(Streams.DISCONNECTED_AT),
            null,
            row.get(Streams.STOPPED_AT),
            null);
    return facts.endedAt(statusOf(row));
  }

  private static Subject subject(Record row) {
    return new Subject(row.get(Streams.SUBJECT_KIND), row.get(Streams.SUBJECT_ID));
  }

  private static StreamStatus statusOf(Record row) {
    return Codes.parse(StreamStatus.class, row.get(Streams.STATUS));
  }
}
