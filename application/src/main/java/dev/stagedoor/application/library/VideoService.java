package dev.stagedoor.application.library;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.storage.UploadService;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoAsset.Status;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.video.SignedPlayback;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Has videos prepared by a provider of the library, and follows them until they can be watched. */
public final class VideoService {
  private final VideoAssetRepository videos;
  private final VideoAssetLists lists;
  private final UploadService files;
  private final LibraryProviders providers;
  private final Outbox outbox;
  private final VideoKeeper keeper;
  private final Clock clock;
  private final Ids ids;

  public VideoService(
      UnitOfWork work,
      VideoAssetRepository videos,
      VideoAssetLists lists,
      UploadService files,
      LibraryProviders providers,
      Announcements announcements,
      Outbox outbox,
      Monitoring monitoring,
      Clock clock,
      Ids ids) {
    this.videos = videos;
    this.lists = lists;
    this.files = files;
    this.providers = providers;
    this.outbox = outbox;
    this.keeper =
        new VideoKeeper(
            work, videos, lists, files, providers, announcements, outbox, monitoring, clock);
    this.clock = clock;
    this.ids = ids;
  }

  /** Records, in the open unit of work, that a file is to be prepared; a job asks the provider. */
  public VideoAsset take(Subject subject, FileId file, String title) {
    LibraryProvider provider = providers.forNew();
    VideoAsset video =
        VideoAsset.of(
            new VideoId(ids.next()),
            subject,
            file,
            title,
            provider.id(),
            provider.signing().isPresent(),
            clock.instant());
    videos.save(video);
    later(VideoKeeper.HAND_OVER, video.id());
    return video;
  }

  /**
   * Tries again what failed, in the open unit of work; does nothing otherwise.
   *
   * @return how it stands then
   */
  public VideoAsset retry(VideoId id) {
    VideoAsset video = locked(id);
    if (video.status() != Status.FAILED) {
      return video;
    }
    Optional<VideoAsset> remains = video.retry(new VideoId(ids.next()), clock.instant());
    videos.save(video);
    later(VideoKeeper.HAND_OVER, id);
    remains.ifPresent(
        useless -> {
          videos.save(useless);
          later(VideoKeeper.REMOVE, useless.id());
        });
    return video;
  }

  /**
   * Returns the videos of a subject that were not removed, the newest first, in the open unit of
   * work.
   */
  public List<VideoAsset> of(Subject subject) {
    return lists.ofSubjects(List.of(subject));
  }

  /** Does the same for several subjects at once, those of each with the newest first. */
  public List<VideoAsset> of(List<Subject> subjects) {
    return lists.ofSubjects(subjects);
  }

  /**
   * Signs where a video plays until a time, where the provider can; without that it plays for
   * everybody.
   */
  public Optional<SignedPlayback> playback(VideoAsset video, Duration life) {
    return video
        .playbackUrl()
        .filter(url -> video.isSignedOnly())
        .flatMap(
            url ->
                providers
                    .of(video)
                    .signing()
                    .map(signing -> signing.sign(url, clock.instant().plus(life))));
  }

  /**
   * Removes, in the open unit of work, all videos of a subject but those given, with their files; a
   * job asks the provider.
   */
  public void remove(Subject subject, List<VideoId> keep) {
    List<VideoAsset> all = of(subject);
    Set<FileId> filesInUse =
        all.stream()
            .filter(video -> keep.contains(video.id()))
            .map(VideoAsset::file)
            .collect(Collectors.toSet());
    for (VideoAsset found : all) {
      if (keep.contains(found.id())) {
        continue;
      }
      VideoAsset video = locked(found.id());
      video.remove();
      videos.save(video);
      later(VideoKeeper.REMOVE, video.id());
      if (!filesInUse.contains(video.file())) {
        files.discard(video.file());
      }
    }
  }

  private void later(String job, VideoId video) {
    outbox.add(new Job(job, video.value(), clock.instant()));
  }

  private VideoAsset locked(VideoId id) {
    return videos.lock(id).orElseThrow(DomainException::notFound);
  }

  /** Lets webhooks of the library in: each only points at a video, which is then asked about. */
  public EventHandler<LibraryEvent> events() {
    return keeper.events();
  }

  /** Does what providers are asked for. */
  public List<JobHandler> jobs() {
    return keeper.jobs();
  }

  /** Asks about videos that are under way. */
  public RecurringJob watching() {
    return keeper.watching();
  }
}
