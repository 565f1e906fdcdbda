package dev.stagedoor.domain.library;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.storage.FileId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A video that was made out of a stored file by a provider, and is kept there.
 *
 * <p>Invariants: the provider is asked with one key for each attempt, so an attempt makes one video
 * there; what is ready stays ready, whatever is heard late; what was removed is never seen again.
 */
public final class VideoAsset {
  /** Once the provider was silent for so long, nothing more will come of it. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  /** Where a video stands. */
  public enum Status {
    /** The provider is to be asked to take the file in, or perhaps was. */
    HANDING_OVER,
    /** The provider prepares it. */
    PROCESSING,
    READY,
    FAILED,
    REMOVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isUnderWay() {
      return this == HANDING_OVER || this == PROCESSING;
    }
  }

  private final VideoId id;
  private final Subject subject;
  private final FileId file;
  private final String title;
  private final ProviderId provider;
  private final boolean signedOnly;
  private final Instant createdAt;
  private final long version;
  private Status status;
  private @Nullable ProviderRef ref;
  private int attempt;
  private Instant begunAt;
  private int progress;
  private @Nullable String playbackUrl;
  private @Nullable String thumbnailUrl;
  private @Nullable Duration duration;
  private @Nullable VideoFailure failure;
  private @Nullable Instant readyAt;
  private int looks;
  private @Nullable Instant nextLookAt;

  /** The stored form of a video; for repositories only. */
  public record Snapshot(
      VideoId id,
      Subject subject,
      FileId file,
      String title,
      ProviderId provider,
      boolean signedOnly,
      Status status,
      @Nullable ProviderRef ref,
      int attempt,
      Instant begunAt,
      int progress,
      @Nullable String playbackUrl,
      @Nullable String thumbnailUrl,
      @Nullable Duration duration,
      @Nullable VideoFailure failure,
      @Nullable Instant readyAt,
      int looks,
      @Nullable Instant nextLookAt,
      Instant createdAt,
      long version) {}

  private VideoAsset(Snapshot from) {
    this.id = from.id();
    this.subject = from.subject();
    this.file = from.file();
    this.title = from.title();
    this.provider = from.provider();
    this.signedOnly = from.signedOnly();
    this.status = from.status();
    this.ref = from.ref();
    this.attempt = from.attempt();
    this.begunAt = from.begunAt();
    this.progress = from.progress();
    this.playbackUrl = from.playbackUrl();
    this.thumbnailUrl = from.thumbnailUrl();
    this.duration = from.duration();
    this.failure = from.failure();
    this.readyAt = from.readyAt();
    this.looks = from.looks();
    this.nextLookAt = from.nextLookAt();
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  /**
   * Records the wish to have a file prepared, before the provider is asked.
   *
   * @param signedOnly whether it may play only from addresses that were signed for a viewer
   */
  public static VideoAsset of(
      VideoId id,
      Subject subject,
      FileId file,
      String title,
      ProviderId provider,
      boolean signedOnly,
      Instant now) {
    return new VideoAsset(
        new Snapshot(
            id,
            subject,
            file,
            title,
            provider,
            signedOnly,
            Status.HANDING_OVER,
            null,
            1,
            now,
            0,
            null,
            null,
            null,
            null,
            null,
            0,
            null,
            now,
            0));
  }

  /** Rebuilds a stored video; for repositories only. */
  public static VideoAsset restore(Snapshot snapshot) {
    return new VideoAsset(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        subject,
        file,
        title,
        provider,
        signedOnly,
        status,
        ref,
        attempt,
        begunAt,
        progress,
        playbackUrl,
        thumbnailUrl,
        duration,
        failure,
        readyAt,
        looks,
        nextLookAt,
        createdAt,
        version);
  }

  /** Returns what to ask the provider for; the same at every call of one attempt. */
  public NewVideo wanted() {
    return new NewVideo(
        id, title, signedOnly, new IdempotencyKey("video-" + id.value() + "-" + attempt));
  }

  /** Notes the provider's video. Repeating it changes nothing. */
  public void handedOver(ProviderRef taken, Instant now) {
    if (status == Status.HANDING_OVER) {
      ref = taken;
      status = Status.PROCESSING;
      // Its patience is for the provider that has it, not for one that could not be reached.
      begunAt = now;
      lookSoon(now);
    }
  }

  /** Notes that the provider will not take the file in. */
  public List<Announcement> notTaken(VideoFailure why) {
    return status == Status.HANDING_OVER ? fail(why) : List.of();
  }

  /**
   * Takes in what the provider says now and returns what is new. May be called any number of times,
   * in any order.
   *
   * @param found empty when the provider has no such video
   */
  public List<Announcement> learn(Optional<LibraryVideo> found, Instant now) {
    if (status != Status.PROCESSING) {
      return List.of();
    }
    if (found.isEmpty()) {
      return waitLonger(now);
    }
    LibraryVideo video = found.get();
    ref = video.ref();
    return switch (video.status()) {
      case AWAITING_FILE, PROCESSING -> {
        progress = Math.max(progress, Math.min(99, video.progress().orElse(progress)));
        yield waitLonger(now);
      }
      case READY -> ready(video, now);
      case FAILED ->
          fail(video.failure().orElse(new VideoFailure(VideoFailure.Reason.OTHER, "unknown")));
    };
  }

  /**
   * Notes that a look at the provider gave nothing, so that the next one is planned; does nothing
   * when there is nothing to find out any more.
   */
  public void notLearned(Instant now) {
    if (status != Status.PROCESSING) {
      return;
    }
    looks++;
    Duration pause = FIRST_LOOK.multipliedBy(1L << Math.min(looks, 10));
    nextLookAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private List<Announcement> waitLonger(Instant now) {
    if (now.isAfter(begunAt.plus(PATIENCE))) {
      return fail(new VideoFailure(VideoFailure.Reason.OTHER, "timeout"));
    }
    notLearned(now);
    return List.of();
  }

  private List<Announcement> ready(LibraryVideo video, Instant now) {
    status = Status.READY;
    progress = 100;
    playbackUrl = video.playbackUrl().orElse(null);
    thumbnailUrl = video.thumbnailUrl().orElse(null);
    duration = video.duration().orElse(null);
    failure = null;
    readyAt = now;
    nextLookAt = null;
    return List.of(new VideoReady(id, subject));
  }

  private List<Announcement> fail(VideoFailure why) {
    status = Status.FAILED;
    failure = why;
    nextLookAt = null;
    return List.of(new VideoFailed(id, subject, why));
  }

  /** Plans a look soon, as something is said to have happened. */
  public void lookSoon(Instant now) {
    if (status == Status.PROCESSING) {
      looks = 0;
      nextLookAt = now.plus(FIRST_LOOK);
    }
  }

  /**
   * Tries again with the same file what failed; does nothing otherwise.
   *
   * @param remains names what the provider has of the attempt that failed
   * @return that, as a removed video of its own; empty when the provider has nothing
   */
  public Optional<VideoAsset> retry(VideoId remains, Instant now) {
    if (status != Status.FAILED) {
      return Optional.empty();
    }
    Optional<VideoAsset> useless = ref().map(made -> removed(remains, made, now));
    status = Status.HANDING_OVER;
    attempt++;
    begunAt = now;
    ref = null;
    progress = 0;
    failure = null;
    looks = 0;
    return useless;
  }

  private VideoAsset removed(VideoId remains, ProviderRef made, Instant now) {
    VideoAsset useless = of(remains, subject, file, title, provider, signedOnly, now);
    useless.handedOver(made, now);
    useless.remove();
    return useless;
  }

  /** Notes that nobody wants it any more; it plays nowhere from now on. */
  public void remove() {
    status = Status.REMOVED;
    nextLookAt = null;
  }

  public VideoId id() {
    return id;
  }

  public Subject subject() {
    return subject;
  }

  /** Returns the stored file it is made of. */
  public FileId file() {
    return file;
  }

  public ProviderId provider() {
    return provider;
  }

  public boolean isSignedOnly() {
    return signedOnly;
  }

  public Status status() {
    return status;
  }

  public Optional<ProviderRef> ref() {
    return Optional.ofNullable(ref);
  }

  /** Returns percent prepared, 0 to 100. */
  public int progress() {
    return progress;
  }

  /** Returns where it plays once it is ready, as it is unless it is signed only. */
  public Optional<String> playbackUrl() {
    return Optional.ofNullable(playbackUrl);
  }

  public Optional<String> thumbnailUrl() {
    return Optional.ofNullable(thumbnailUrl);
  }

  public Optional<Duration> duration() {
    return Optional.ofNullable(duration);
  }

  public Optional<VideoFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Returns when this attempt began; once the provider has it, when the provider took it. */
  public Instant begunAt() {
    return begunAt;
  }

  public Optional<Instant> readyAt() {
    return Optional.ofNullable(readyAt);
  }

  public Optional<Instant> nextLookAt() {
    return Optional.ofNullable(nextLookAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
