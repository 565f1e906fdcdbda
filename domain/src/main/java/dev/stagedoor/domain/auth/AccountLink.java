package dev.stagedoor.domain.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A link in a mail that lets its holder set a password: once, and for a time. Only the hash of its
 * token is kept. Using one is an atomic step of the repository.
 */
public record AccountLink(
    UUID id, UserId user, Purpose purpose, String tokenHash, Instant createdAt, Instant expiresAt) {
  /** What the link is for, and how long it lives. */
  public enum Purpose {
    INVITATION(Duration.ofDays(7)),
    PASSWORD_RESET(Duration.ofHours(1));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }

    public Duration life() {
      return life;
    }
  }

  public static AccountLink issue(
      UUID id, UserId user, Purpose purpose, String tokenHash, Instant now) {
    return new AccountLink(id, user, purpose, tokenHash, now, now.plus(purpose.life()));
  }
}
