package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A link in a mail that lets its holder set a password: once, and for a time. Only the hash of its
 * token is kept.
 *
 * <p>Invariants: one attempt at a time holds the link; what is used stays used. The password is set
 * elsewhere, so an attempt takes the link for {@link #LEASE} first and uses it up when the password
 * is set; an attempt that died in between leaves it to the next one after that time.
 */
public record AccountLink(
    UUID id,
    UserId user,
    Purpose purpose,
    String tokenHash,
    Instant createdAt,
    Instant expiresAt,
    Optional<Attempt> attempt,
    Optional<Instant> usedAt) {
  /** How long an attempt may take: far longer than an identity provider is waited for. */
  public static final Duration LEASE = Duration.ofMinutes(2);

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

  /** Who holds the link now, and until when nobody else may. */
  public record Attempt(UUID id, Instant until) {}

  public static AccountLink issue(
      UUID id, UserId user, Purpose purpose, String tokenHash, Instant now) {
    return new AccountLink(
        id,
        user,
        purpose,
        tokenHash,
        now,
        now.plus(purpose.life()),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Takes the link for an attempt.
   *
   * @throws DomainException {@code LINK_NOT_VALID} when it is for something else, over its time or
   *     used; {@code LINK_IN_USE} while another attempt holds it
   */
  public AccountLink takenBy(UUID who, Purpose wanted, Instant now) {
    if (purpose != wanted || usedAt.isPresent() || !now.isBefore(expiresAt)) {
      throw new DomainException(AuthError.LINK_NOT_VALID);
    }
    if (attempt.filter(other -> now.isBefore(other.until())).isPresent()) {
      throw new DomainException(AuthError.LINK_IN_USE);
    }
    return with(Optional.of(new Attempt(who, now.plus(LEASE))), usedAt);
  }

  /** Gives the link back unused; changes nothing when another attempt has taken it since. */
  public AccountLink givenBackBy(UUID who) {
    return isHeldBy(who) ? with(Optional.empty(), usedAt) : this;
  }

  /**
   * Uses the link up.
   *
   * @throws DomainException {@code LINK_NOT_VALID} when another attempt has taken it since
   */
  public AccountLink usedBy(UUID who, Instant now) {
    if (!isHeldBy(who)) {
      throw new DomainException(AuthError.LINK_NOT_VALID);
    }
    return with(Optional.empty(), Optional.of(now));
  }

  private boolean isHeldBy(UUID who) {
    return attempt.filter(held -> held.id().equals(who)).isPresent();
  }

  private AccountLink with(Optional<Attempt> next, Optional<Instant> used) {
    return new AccountLink(id, user, purpose, tokenHash, createdAt, expiresAt, next, used);
  }
}
