package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;

/**
 * What a device tells of what somebody watched.
 *
 * @param owner the account whose profile it must be
 * @param now when we heard of it
 */
public record Telling(UserId owner, ProfileId profile, Watched watched, Instant now) {}
