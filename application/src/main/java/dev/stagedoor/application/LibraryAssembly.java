package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.library.VideoService;
import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.application.storage.UploadService;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import dev.stagedoor.domain.storage.port.UploadRepository;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts together files that people send and the videos that are made of them.
 *
 * <p>An area takes it whole and gives both services to a service of its own, as courses do with
 * {@code LectureVideoService}; it registers {@code VideoReady} with {@code
 * LectureVideoService::replace} at the announcements. {@code Stagedoor} adds {@link #jobs}, {@link
 * #recurring} and {@code videos().events()} to its own.
 */
record LibraryAssembly(UploadService uploads, VideoService videos) {
  static LibraryAssembly on(
      Foundation base,
      UploadRepository uploadRepository,
      VideoAssetRepository videoRepository,
      Monitoring monitoring) {
    var work = base.ports().unitOfWork();
    var outbox = base.ports().outbox();
    var uploads =
        new UploadService(
            work, uploadRepository, base.providers().storage(), outbox, base.clock(), base.ids());
    var videos =
        new VideoService(
            work,
            videoRepository,
            uploads,
            base.providers().library(),
            base.announcements(),
            outbox,
            monitoring,
            base.clock(),
            base.ids());
    return new LibraryAssembly(uploads, videos);
  }

  /** Returns what does queued jobs. */
  List<JobHandler> jobs() {
    return Stream.concat(Stream.of(uploads.removing()), videos.jobs().stream()).toList();
  }

  /** Returns what is done again and again. */
  List<RecurringJob> recurring() {
    return List.of(uploads.expiring(), videos.watching());
  }
}
