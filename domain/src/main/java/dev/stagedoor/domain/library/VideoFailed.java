package dev.stagedoor.domain.library;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.Subject;

/** A video could not be prepared. Announced once for each attempt. */
public record VideoFailed(VideoId video, Subject subject, VideoFailure failure)
    implements Announcement {}
