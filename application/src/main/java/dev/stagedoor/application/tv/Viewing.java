package dev.stagedoor.application.tv;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.DefaultProfile;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ProfileToken;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.DefaultProfiles;
import dev.stagedoor.domain.tv.port.ProfileTokenRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Finds out which profile somebody acts as, and what that one may. */
public final class Viewing {
  private final UnitOfWork work;
  private final ViewerProfileRepository profiles;
  private final Function<UserId, Optional<DefaultProfile>> defaults;
  private final ProfileTokenRepository tokens;
  private final Entitlements entitlements;
  private final Clock clock;

  public Viewing(
      UnitOfWork work,
      ViewerProfileRepository profiles,
      DefaultProfiles defaults,
      ProfileTokenRepository tokens,
      Entitlements entitlements,
      Clock clock) {
    this.work = work;
    this.profiles = profiles;
    this.defaults = work.lookTogether(defaults::of);
    this.tokens = tokens;
    this.entitlements = entitlements;
    this.clock = clock;
  }

  /**
   * Returns the profile that counts. Costs one statement, unless the account watches for the first
   * time; needs no unit of work.
   *
   * @throws DomainException {@code PROFILE_TOKEN_INVALID}, {@code NOT_FOUND}, {@code PIN_NEEDED}
   */
  ProfileId profile(UserId owner, ProfileChoice as) {
    if (as.token().isPresent() || as.id().isPresent()) {
      return work.look(() -> named(owner, as));
    }
    return defaults
        .apply(owner)
        .or(
            () ->
                work.write(
                    () -> {
                      Entitlement unused = entitlements.of(owner);
                      return defaults.apply(owner);
                    }))
        .map(Viewing::withoutPin)
        .orElseThrow(DomainException::notFound);
  }

  private ProfileId named(UserId owner, ProfileChoice as) {
    return as.token()
        .map(token -> opened(owner, token).profile())
        .or(() -> as.id().map(id -> withoutPin(named(owner, id)).id()))
        .orElseThrow();
  }

  private static ProfileId withoutPin(DefaultProfile profile) {
    if (profile.hasPin()) {
      throw new DomainException(TvError.PIN_NEEDED);
    }
    return profile.id();
  }

  /**
   * Refuses what the profiles of kids may not do: to manage anything. Whoever names no profile is
   * the holder of the account. Needs an open unit of work.
   *
   * @throws DomainException {@code KIDS_PROFILE}, or as for {@link #profile}
   */
  void mustNotBeKids(UserId owner, ProfileChoice as) {
    Optional<ViewerProfile> current = current(owner, as);
    if (current.filter(profile -> profile.look().isKids()).isPresent()) {
      throw new DomainException(TvError.KIDS_PROFILE);
    }
    if (as.token().isEmpty()) {
      current.ifPresent(Viewing::withoutPin);
    }
  }

  /**
   * Returns the profile that is open, or is said to be; empty where none is named. Needs an open
   * unit of work.
   */
  Optional<ViewerProfile> current(UserId owner, ProfileChoice as) {
    return as.token()
        .map(token -> opened(owner, token).profile())
        .or(as::id)
        .map(id -> named(owner, id));
  }

  /**
   * Refuses to change a profile that is one too many for the plan, or what is its own. Needs an
   * open unit of work.
   *
   * @throws DomainException {@code PLAN_LIMIT}, {@code NOT_FOUND}
   */
  void mustBeWithin(Limits limits, UserId owner, ProfileId id) {
    int place = profiles.of(owner).stream().map(ViewerProfile::id).toList().indexOf(id);
    if (place < 0) {
      throw DomainException.notFound();
    }
    if (place >= limits.profiles()) {
      throw Limits.reached("profiles", limits.profiles());
    }
  }

  private ProfileToken opened(UserId owner, Secret token) {
    return tokens
        .find(token.sha256())
        .filter(known -> known.owner().equals(owner))
        .filter(known -> clock.instant().isBefore(known.expiresAt()))
        .orElseThrow(() -> new DomainException(TvError.PROFILE_TOKEN_INVALID));
  }

  private ViewerProfile named(UserId owner, ProfileId id) {
    return profiles.find(owner, id).orElseThrow(DomainException::notFound);
  }

  private static ViewerProfile withoutPin(ViewerProfile profile) {
    if (profile.hasPin()) {
      throw new DomainException(TvError.PIN_NEEDED);
    }
    return profile;
  }
}
