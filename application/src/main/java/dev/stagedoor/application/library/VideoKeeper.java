package dev.stagedoor.application.library;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.storage.UploadService;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoAsset.Status;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps videos in step with their provider: hands files over, asks how far it is, and leaves
 * nothing behind of what nobody wants.
 */
final class VideoKeeper {
  static final String HAND_OVER = "hand-over-video";
  static final String REMOVE = "remove-video";
  private static final Logger LOG = LoggerFactory.getLogger(VideoKeeper.class);
  private static final String LOOK = "look-at-video";
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int BATCH = 100;

  /** A provider may fetch late, and in pieces. */
  private static final Duration FETCHING = Duration.ofHours(24);

  private final UnitOfWork work;
  private final VideoAssetRepository videos;
  private final VideoAssetLists lists;
  private final UploadService files;
  private final LibraryProviders providers;
  private final Announcements announcements;
  private final Outbox outbox;
  private final Monitoring monitoring;
  private final Clock clock;

  VideoKeeper(
      UnitOfWork work,
      VideoAssetRepository videos,
      VideoAssetLists lists,
      UploadService files,
      LibraryProviders providers,
      Announcements announcements,
      Outbox outbox,
      Monitoring monitoring,
      Clock clock) {
    this.work = work;
    this.videos = videos;
    this.lists = lists;
    this.files = files;
    this.providers = providers;
    this.announcements = announcements;
    this.outbox = outbox;
    this.monitoring = monitoring;
    this.clock = clock;
  }

  EventHandler<LibraryEvent> events() {
    return EventHandler.telling(LibraryEvent.class, this::apply);
  }

  private void apply(LibraryEvent event) {
    LibraryEvent.VideoChanged changed = (LibraryEvent.VideoChanged) event;
    Optional<VideoAsset> ours =
        videos.findByRef(changed.ref()).or(() -> changed.video().flatMap(videos::find));
    if (ours.isEmpty()) {
      LOG.info("a webhook tells of {}, which is no video of ours", changed.ref());
    }
    ours.ifPresent(video -> outbox.add(new Job(LOOK, video.id().value(), clock.instant())));
  }

  List<JobHandler> jobs() {
    return List.of(
        new JobHandler(HAND_OVER, this::handOver),
        new JobHandler(LOOK, id -> look(new VideoId(id))),
        new JobHandler(REMOVE, this::remove));
  }

  private void handOver(UUID id) {
    VideoAsset video = get(new VideoId(id));
    if (video.status() == Status.REMOVED) {
      // It may have been handed over by a run that died before it could say so.
      removeAtProvider(video);
    }
    if (video.status() != Status.HANDING_OVER) {
      return;
    }
    Optional<ProviderRef> taken = taken(video);
    VideoAsset after =
        change(
            video,
            one -> taken.map(ref -> handedOver(one, ref)).orElseGet(() -> one.notTaken(refused())));
    if (after.status() == Status.REMOVED) {
      // Its own removal may have come before the provider had it.
      taken.ifPresent(library(after)::delete);
    }
  }

  private List<Announcement> handedOver(VideoAsset video, ProviderRef taken) {
    video.handedOver(taken, clock.instant());
    return List.of();
  }

  private static VideoFailure refused() {
    return new VideoFailure(VideoFailure.Reason.NOT_FETCHED, "rejected");
  }

  /**
   * Has the provider take a video in, or finds what it took in when the answer was lost; empty when
   * it refuses.
   */
  private Optional<ProviderRef> taken(VideoAsset video) {
    try {
      return Optional.of(
          library(video).ingest(video.wanted(), files.address(video.file(), FETCHING)));
    } catch (ProviderException e) {
      if (e.kind() == ProviderException.Kind.REJECTED) {
        LOG.warn("{} does not take {}", video.provider(), video.id(), e);
        return Optional.empty();
      }
      throw e;
    }
  }

  private void remove(UUID id) {
    removeAtProvider(get(new VideoId(id)));
  }

  /** Leaves nothing at the provider, which may have a video that we were not told of. */
  private void removeAtProvider(VideoAsset video) {
    video.ref().or(() -> taken(video)).ifPresent(library(video)::delete);
  }

  RecurringJob watching() {
    return new RecurringJob("watch-videos", EVERY, this::watch);
  }

  private void watch() {
    Instant now = clock.instant();
    for (VideoId id : work.read(() -> lists.dueForLook(now, BATCH))) {
      try {
        look(id);
      } catch (StoreUnavailable e) {
        throw e;
      } catch (RuntimeException e) {
        // The edge to the scheduler: one video that cannot be asked about must not hold up the
        // others, nor be asked about again at once.
        LOG.warn("could not look at {}", id, e);
        var unused = change(get(id), this::learnNothing);
      }
    }
  }

  private List<Announcement> learnNothing(VideoAsset video) {
    if (video.status() == Status.PROCESSING) {
      video.notLearned(clock.instant());
    }
    return List.of();
  }

  private void look(VideoId id) {
    VideoAsset video = get(id);
    if (video.status() != Status.PROCESSING) {
      return;
    }
    ProviderRef asked = video.ref().orElseThrow();
    Optional<LibraryVideo> found = library(video).find(asked);
    var unused =
        change(
            video,
            one ->
                one.ref().filter(asked::equals).isPresent()
                    ? one.learn(found, clock.instant())
                    : List.of());
  }

  /** Changes a video under its lock, and announces and counts what is new. */
  private VideoAsset change(VideoAsset seen, Function<VideoAsset, List<Announcement>> change) {
    Changed changed =
        work.write(
            () -> {
              VideoAsset video = locked(seen.id());
              List<Announcement> news = change.apply(video);
              videos.save(video);
              announcements.announce(news);
              return new Changed(video, !news.isEmpty());
            });
    VideoAsset video = changed.video();
    if (changed.isNews()) {
      monitoring.videoProcessed(
          video.status() == Status.READY, Duration.between(video.begunAt(), clock.instant()));
    }
    return video;
  }

  private record Changed(VideoAsset video, boolean isNews) {}

  private VideoAsset get(VideoId id) {
    return work.read(() -> videos.find(id).orElseThrow(DomainException::notFound));
  }

  private VideoAsset locked(VideoId id) {
    return videos.lock(id).orElseThrow(DomainException::notFound);
  }

  private Library library(VideoAsset video) {
    return providers.of(video).library();
  }
}
