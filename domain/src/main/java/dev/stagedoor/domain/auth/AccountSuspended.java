package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.announcements.Announcement;

/** An admin has suspended an account. */
public record AccountSuspended(UserId account) implements Announcement {}
