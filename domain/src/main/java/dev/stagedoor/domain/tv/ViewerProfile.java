package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the people who watch under one account, with what they like and how far they are.
 *
 * <p>Invariants: where it has a PIN it opens only with it; after five wrong ones it opens for
 * nobody for a quarter of an hour, whatever is typed. The oldest profile of an account is its
 * default.
 */
public final class ViewerProfile {
  public static final int MAX_NAME = 50;
  public static final int TRIES = 5;
  public static final Duration PAUSE = Duration.ofMinutes(15);

  private final ProfileId id;
  private final UserId owner;
  private final Instant createdAt;
  private final long version;
  private Look look;
  private @Nullable Secret pinHash;
  private int wrongPins;
  private @Nullable Instant lockedUntil;

  /** What a profile is called and looks like. */
  public record Look(String name, Optional<URI> avatar, boolean isKids) {
    /**
     * @throws DomainException {@code INVALID_VALUE}
     */
    public Look {
      name = name.strip();
      if (name.isEmpty()) {
        throw DomainException.invalid("name", "blank");
      }
      if (name.length() > MAX_NAME) {
        throw DomainException.invalid(Fault.longerThan("name", MAX_NAME));
      }
      avatar.ifPresent(
          address -> {
            if (!WebAddress.isWithOrWithoutUser(address) || address.toString().length() > 2000) {
              throw DomainException.invalid("avatarUrl", "url");
            }
          });
    }
  }

  /** The stored form of a profile; for repositories only. */
  public record Snapshot(
      ProfileId id,
      UserId owner,
      Look look,
      @Nullable Secret pinHash,
      int wrongPins,
      @Nullable Instant lockedUntil,
      Instant createdAt,
      long version) {}

  private ViewerProfile(Snapshot from) {
    this.id = from.id();
    this.owner = from.owner();
    this.look = from.look();
    this.pinHash = from.pinHash();
    this.wrongPins = from.wrongPins();
    this.lockedUntil = from.lockedUntil();
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  public static ViewerProfile of(
      ProfileId id, UserId owner, Look look, Optional<Secret> pinHash, Instant now) {
    return new ViewerProfile(new Snapshot(id, owner, look, pinHash.orElse(null), 0, null, now, 0));
  }

  /** Rebuilds a stored profile; for repositories only. */
  public static ViewerProfile restore(Snapshot snapshot) {
    return new ViewerProfile(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(id, owner, look, pinHash, wrongPins, lockedUntil, createdAt, version);
  }

  public void change(Look next) {
    look = next;
  }

  /** Gives it another PIN, or none; whoever was locked out may try again. */
  public void protect(Optional<Secret> hash) {
    pinHash = hash.orElse(null);
    wrongPins = 0;
    lockedUntil = null;
  }

  /**
   * Refuses to have a PIN tried while it is locked.
   *
   * @throws DomainException {@code PIN_LOCKED}
   */
  public void mustTakeTries(Instant now) {
    if (lockedUntil != null && now.isBefore(lockedUntil)) {
      long seconds = Duration.between(now, lockedUntil).plusNanos(999_999_999).toSeconds();
      throw new DomainException(
          TvError.PIN_LOCKED, Map.of("until", lockedUntil, "retryAfter", seconds));
    }
  }

  /** Counts a PIN that was tried. The fifth wrong one in a row locks it. */
  public void tried(boolean isRight, Instant now) {
    if (isRight) {
      wrongPins = 0;
      lockedUntil = null;
      return;
    }
    wrongPins++;
    if (wrongPins >= TRIES) {
      wrongPins = 0;
      lockedUntil = now.plus(PAUSE);
    }
  }

  public ProfileId id() {
    return id;
  }

  public UserId owner() {
    return owner;
  }

  public Look look() {
    return look;
  }

  public Optional<Secret> pinHash() {
    return Optional.ofNullable(pinHash);
  }

  public boolean hasPin() {
    return pinHash != null;
  }

  public Optional<Instant> lockedUntil() {
    return Optional.ofNullable(lockedUntil);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
