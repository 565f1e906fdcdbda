package dev.stagedoor.application;

import dev.stagedoor.application.video.LiveStreamService;
import dev.stagedoor.application.video.StreamKeeper;
import dev.stagedoor.domain.video.StreamChanged;

/** Puts together live streams and what looks after them. */
record VideoAssembly(LiveStreamService liveStreams, StreamKeeper streamKeeper) {
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
}
