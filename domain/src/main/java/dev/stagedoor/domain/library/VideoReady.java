package dev.stagedoor.domain.library;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.Subject;

/** A video can be watched now. Announced once for each video. */
public record VideoReady(VideoId video, Subject subject) implements Announcement {}
