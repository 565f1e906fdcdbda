package dev.stagedoor.domain.video;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One live stream of one subject (a memorial), with its recordings.
 *
 * <p>Invariants: the state follows from facts that only grow (newest connection, newest
 * disconnection, recordings, the operator's newest start and stop), so the same facts give the same
 * state in whatever order they come; it moves only as {@link StreamStatus#canBecome} allows; a
 * stopped stream never goes live again.
 */
public final class LiveStream {
  public static final int MAX_TITLE = 200;
  public static final int MAX_DESCRIPTION = 2000;

  private final LiveStreamId id;
  private final Subject subject;
  private final ProviderId provider;
  private final UserId createdBy;
  private final Instant createdAt;
  private final long version;
  private Details details;
  private @Nullable LiveInput input;
  private StreamStatus status;
  private @Nullable Instant readiedAt;
  private @Nullable Instant startedAt;
  private @Nullable Instant connectedAt;
  private @Nullable Instant disconnectedAt;
  private @Nullable Instant failedAt;
  private @Nullable Instant stoppedAt;
  private @Nullable Instant removedAt;
  private long viewers;
  private Instant updatedAt;
  private final List<Recording> recordings;

  /** What the owner says of a stream. */
  public record Details(
      String title,
      String description,
      Optional<Instant> scheduledStart,
      boolean isVisible,
      boolean isPublic) {
    public Details {
      title = title.strip();
      description = description.strip();
      if (title.isEmpty()) {
        throw DomainException.invalid("title", "blank");
      }
      if (title.length() > MAX_TITLE) {
        throw DomainException.invalid("title", "length");
      }
      if (description.length() > MAX_DESCRIPTION) {
        throw DomainException.invalid("description", "length");
      }
    }
  }

  /** The stored form of a stream; for repositories only. */
  public record Snapshot(
      LiveStreamId id,
      Subject subject,
      ProviderId provider,
      UserId createdBy,
      Details details,
      @Nullable LiveInput input,
      StreamStatus status,
      @Nullable Instant readiedAt,
      @Nullable Instant startedAt,
      @Nullable Instant connectedAt,
      @Nullable Instant disconnectedAt,
      @Nullable Instant failedAt,
      @Nullable Instant stoppedAt,
      @Nullable Instant removedAt,
      long viewers,
      List<Recording> recordings,
      Instant createdAt,
      Instant updatedAt,
      long version) {}

  private LiveStream(Snapshot from) {
    this.id = from.id();
    this.subject = from.subject();
    this.provider = from.provider();
    this.createdBy = from.createdBy();
    this.details = from.details();
    this.input = from.input();
    this.status = from.status();
    this.readiedAt = from.readiedAt();
    this.startedAt = from.startedAt();
    this.connectedAt = from.connectedAt();
    this.disconnectedAt = from.disconnectedAt();
    this.failedAt = from.failedAt();
    this.stoppedAt = from.stoppedAt();
    this.removedAt = from.removedAt();
    this.viewers = from.viewers();
    this.recordings = new ArrayList<>(from.recordings());
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.version = from.version();
  }

  /** Plans a stream; its live input is made at the provider afterwards. */
  public static LiveStream plan(
      LiveStreamId id,
      Subject subject,
      ProviderId provider,
      UserId createdBy,
      Details details,
      Instant now) {
    return new LiveStream(
        new Snapshot(
            id,
            subject,
            provider,
            createdBy,
            details,
            null,
            StreamStatus.SCHEDULED,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            List.of(),
            now,
            now,
            0));
  }

  /** Rebuilds a stored stream; for repositories only. */
  public static LiveStream restore(Snapshot snapshot) {
    return new LiveStream(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        subject,
        provider,
        createdBy,
        details,
        input,
        status,
        readiedAt,
        startedAt,
        connectedAt,
        disconnectedAt,
        failedAt,
        stoppedAt,
        removedAt,
        viewers,
        List.copyOf(recordings),
        createdAt,
        updatedAt,
        version);
  }

  /** Returns what to ask the provider for; the same at every call. */
  public NewLiveInput newInput() {
    return new NewLiveInput(id, details.title(), new IdempotencyKey("live-input-" + id.value()));
  }

  /** Notes the live input that the provider made. Repeating it changes nothing. */
  public void attach(LiveInput made, Instant now) {
    if (input == null) {
      input = made;
      updatedAt = now;
    }
  }

  public void change(Details next, Instant now) {
    details = next;
    updatedAt = now;
  }

  /** Lets the encoder connect. Repeating it changes no state; refuses a stream that is over. */
  public List<Announcement> start(Instant now) {
    if (status == StreamStatus.COMPLETED) {
      throw new DomainException(VideoError.STREAM_COMPLETED);
    }
    readiedAt = later(readiedAt, now);
    return settle(now);
  }

  /** Ends the broadcast for good. Repeating it changes nothing. */
  public List<Announcement> stop(Instant now) {
    if (stoppedAt == null) {
      stoppedAt = now;
    }
    return settle(now);
  }

  /** Takes the stream away for good; a broadcast that is live must be stopped first. */
  public List<Announcement> remove(Instant now) {
    if (status == StreamStatus.LIVE) {
      throw new DomainException(VideoError.STREAM_LIVE);
    }
    removedAt = now;
    return stop(now);
  }

  public List<Announcement> encoderConnected(Instant at, Instant now) {
    connectedAt = later(connectedAt, at);
    startedAt = startedAt == null || at.isBefore(startedAt) ? at : startedAt;
    return settle(now);
  }

  public List<Announcement> encoderDisconnected(Instant at, Instant now) {
    disconnectedAt = later(disconnectedAt, at);
    return settle(now);
  }

  public List<Announcement> ingestFailed(Instant at, Instant now) {
    failedAt = later(failedAt, at);
    return settle(now);
  }

  /** Takes in what the provider says of a recording; older or equal news changes nothing. */
  public List<Announcement> learn(RecordedVideo video, Ids ids, Instant now) {
    boolean wasReady = isRecordingReady();
    Optional<Recording> known =
        recordings.stream().filter(one -> one.ref().equals(video.ref())).findFirst();
    if (known.isPresent()) {
      recordings.replaceAll(one -> one.ref().equals(video.ref()) ? one.learned(video) : one);
    } else {
      recordings.add(Recording.of(new RecordingId(ids.next()), video));
    }
    List<Announcement> news = settle(now);
    if (news.isEmpty() && !wasReady && isRecordingReady()) {
      updatedAt = now;
      return List.of(changed());
    }
    return news;
  }

  public void countViewers(long count) {
    viewers = status == StreamStatus.LIVE ? count : 0;
  }

  private List<Announcement> settle(Instant now) {
    StreamStatus next = worked();
    if (!status.canBecome(next)) {
      return List.of();
    }
    status = next;
    viewers = next == StreamStatus.LIVE ? viewers : 0;
    updatedAt = now;
    return List.of(changed());
  }

  private StreamStatus worked() {
    if (stoppedAt != null) {
      return StreamStatus.COMPLETED;
    }
    Instant recorded =
        recordings.stream()
            .filter(Recording::isReady)
            .map(Recording::at)
            .max(Comparator.naturalOrder())
            .orElse(null);
    if (connectedAt != null && isAfter(connectedAt, latest(disconnectedAt, failedAt, recorded))) {
      return StreamStatus.LIVE;
    }
    if (recorded != null) {
      return StreamStatus.COMPLETED;
    }
    Instant left = latest(disconnectedAt, failedAt);
    if (readiedAt != null && isAfter(readiedAt, left)) {
      return StreamStatus.READY;
    }
    if (left == null) {
      return StreamStatus.SCHEDULED;
    }
    return left.equals(failedAt) ? StreamStatus.ERROR : StreamStatus.ENDING;
  }

  private static boolean isAfter(Instant one, @Nullable Instant other) {
    return other == null || one.isAfter(other);
  }

  private static Instant later(@Nullable Instant known, Instant told) {
    return known == null || told.isAfter(known) ? told : known;
  }

  private static @Nullable Instant latest(@Nullable Instant... instants) {
    return Stream.of(instants)
        .flatMap(Stream::ofNullable)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private StreamChanged changed() {
    return new StreamChanged(id, subject, status, isRecordingReady());
  }

  /** Tells whether visitors of the subject's page may see the stream. */
  public boolean isOpenToVisitors() {
    return details.isVisible() && details.isPublic();
  }

  public boolean isRecordingReady() {
    return recordings.stream().anyMatch(Recording::isReady);
  }

  /** Returns the longest ready recording: the one that holds the service, not a sound check. */
  public Optional<Recording> mainRecording() {
    return recordings.stream()
        .filter(Recording::isReady)
        .max(Comparator.comparing(recording -> recording.duration().orElse(Duration.ZERO)));
  }

  public LiveStreamId id() {
    return id;
  }

  public Subject subject() {
    return subject;
  }

  public ProviderId provider() {
    return provider;
  }

  public UserId createdBy() {
    return createdBy;
  }

  public Details details() {
    return details;
  }

  public Optional<LiveInput> input() {
    return Optional.ofNullable(input);
  }

  public StreamStatus status() {
    return status;
  }

  public boolean isStopped() {
    return stoppedAt != null;
  }

  public boolean isRemoved() {
    return removedAt != null;
  }

  /** Returns when pictures first came. */
  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  /** Returns when the broadcast ended, where it has. */
  public Optional<Instant> endedAt() {
    if (status != StreamStatus.COMPLETED && status != StreamStatus.ENDING) {
      return Optional.empty();
    }
    boolean left =
        disconnectedAt != null && (connectedAt == null || !disconnectedAt.isBefore(connectedAt));
    return Optional.ofNullable(left ? disconnectedAt : stoppedAt);
  }

  public long viewers() {
    return viewers;
  }

  public List<Recording> recordings() {
    return List.copyOf(recordings);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
