package dev.stagedoor.domain.video;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One live stream of one subject (a memorial), with its recordings.
 *
 * <p>Invariants: the state follows from its {@link StreamFacts} and its recordings; it moves only
 * as {@link StreamStatus#canBecome} allows; a stopped stream never goes live again.
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
  private StreamFacts facts;
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
      Faults faults = new Faults();
      faults.refuseIf(title.isEmpty(), Fault.of("title", "blank"));
      faults.refuseIf(title.length() > MAX_TITLE, Fault.longerThan("title", MAX_TITLE));
      faults.refuseIf(
          description.length() > MAX_DESCRIPTION, Fault.longerThan("description", MAX_DESCRIPTION));
      faults.refuseAny();
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
      StreamFacts facts,
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
    this.facts = from.facts();
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
            StreamFacts.NONE,
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
        facts,
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
    facts = facts.readied(now);
    return settle(now);
  }

  /** Ends the broadcast for good. Repeating it changes nothing. */
  public List<Announcement> stop(Instant now) {
    facts = facts.stopped(now);
    return settle(now);
  }

  /** Takes the stream away for good; a broadcast that is live must be stopped first. */
  public List<Announcement> remove(Instant now) {
    if (status == StreamStatus.LIVE) {
      throw new DomainException(VideoError.STREAM_LIVE);
    }
    facts = facts.removed(now);
    return stop(now);
  }

  public List<Announcement> encoderConnected(Instant at, Instant now) {
    facts = facts.connected(at);
    return settle(now);
  }

  public List<Announcement> encoderDisconnected(Instant at, Instant now) {
    facts = facts.disconnected(at);
    return settle(now);
  }

  public List<Announcement> ingestFailed(Instant at, Instant now) {
    facts = facts.failed(at);
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
    StreamStatus next =
        facts.status(
            recordings.stream()
                .filter(Recording::isReady)
                .map(Recording::at)
                .max(Comparator.naturalOrder()));
    if (!status.canBecome(next)) {
      return List.of();
    }
    status = next;
    viewers = next == StreamStatus.LIVE ? viewers : 0;
    updatedAt = now;
    return List.of(changed());
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

  /** Tells whether a recording is ready and none is still being made. */
  public boolean isFullyRecorded() {
    return isRecordingReady()
        && recordings.stream().noneMatch(one -> one.status() == RecordingStatus.PROCESSING);
  }

  /** Returns the longest ready recording: the one that holds the service, not a sound check. */
  public Optional<Recording> mainRecording() {
    return Recording.main(recordings);
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
    return facts.stoppedAt() != null;
  }

  /** Returns when an operator ended the broadcast for good, where one has. */
  public Optional<Instant> stoppedAt() {
    return Optional.ofNullable(facts.stoppedAt());
  }

  public boolean isRemoved() {
    return facts.removedAt() != null;
  }

  /** Returns when pictures first came. */
  public Optional<Instant> startedAt() {
    return Optional.ofNullable(facts.startedAt());
  }

  /** Returns when the broadcast ended, where it has. */
  public Optional<Instant> endedAt() {
    return facts.endedAt(status);
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
