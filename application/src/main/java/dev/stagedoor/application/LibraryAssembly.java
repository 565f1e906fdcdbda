package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.library.VideoService;
import dev.stagedoor.application.storage.UploadService;
import dev.stagedoor.application.webhooks.EventHandler;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts together files that people send and the videos that are made of them.
 *
 * <p>An area takes this whole and gives both services to one of its own: {@code CoursesAssembly.on}
 * takes it beside the other assemblies, makes the {@code LectureVideoService} of it, and registers
 * {@code LectureVideoService::replace} for {@code VideoReady} at the announcements. What runs by
 * itself is Stagedoor's to start.
 */
record LibraryAssembly(UploadService uploads, VideoService videos) implements Assembly {
  static LibraryAssembly on(Foundation base) {
    var ports = base.ports();
    var work = ports.unitOfWork();
    var outbox = ports.outbox();
    var uploads =
        new UploadService(
            work, ports.uploads(), base.providers().storage(), outbox, base.clock(), base.ids());
    var videos =
        new VideoService(
            work,
            ports.videoAssets(),
            ports.videoAssetLists(),
            uploads,
            base.providers().library(),
            base.announcements(),
            outbox,
            base.monitoring(),
            base.clock(),
            base.ids());
    return new LibraryAssembly(uploads, videos);
  }

  @Override
  public List<JobHandler> jobs() {
    return Stream.concat(Stream.of(uploads.removing()), videos.jobs().stream()).toList();
  }

  @Override
  public List<EventHandler<?>> eventHandlers() {
    return List.of(videos.events());
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(uploads.expiring(), videos.watching());
  }
}
