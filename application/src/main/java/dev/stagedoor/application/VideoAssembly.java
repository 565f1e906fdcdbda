package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.video.LiveStreamService;
import dev.stagedoor.application.video.StreamKeeper;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.video.StreamChanged;
import java.util.List;

/** Puts together live streams and what looks after them. */
record VideoAssembly(LiveStreamService liveStreams, StreamKeeper streamKeeper) implements Assembly {
  static VideoAssembly on(Foundation base) {
    var ports = base.ports();
    var work = ports.unitOfWork();
    var providers = base.providers().video();
    var announcements = base.announcements();
    var liveStreams =
        new LiveStreamService(
            work,
            ports.liveStreams(),
            providers,
            announcements,
            ports.outbox(),
            base.clock(),
            base.ids());
    var streamKeeper =
        new StreamKeeper(
            work,
            ports.liveStreams(),
            ports.videoQueries(),
            liveStreams,
            providers,
            ports.liveUpdates(),
            base.clock(),
            base.ids());
    announcements.on(StreamChanged.class, streamKeeper::tellReaders);
    return new VideoAssembly(liveStreams, streamKeeper);
  }

  @Override
  public List<EventHandler<?>> eventHandlers() {
    return List.of(streamKeeper.events());
  }

  @Override
  public List<JobHandler> jobs() {
    return List.of(streamKeeper.aftercare());
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(streamKeeper.watching());
  }
}
