package dev.stagedoor.domain.video;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.Subject;

/** A live stream moved to another state, or its recording became ready. */
public record StreamChanged(
    LiveStreamId stream, Subject subject, StreamStatus status, boolean recordingReady)
    implements Announcement {}
