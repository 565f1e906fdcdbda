package dev.stagedoor.application.tv;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ProfileToken;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.PinHasher;
import dev.stagedoor.domain.tv.port.ProfileTokenRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Opens profiles: those with a PIN by it alone, and each wrong one counts. */
final class ProfileEntrance {
  private final UnitOfWork work;
  private final ViewerProfileRepository profiles;
  private final ProfileTokenRepository profileTokens;
  private final PinHasher pins;
  private final Entitlements entitlements;
  private final Viewing viewing;
  private final ProfileViews views;
  private final Duration tokenLife;
  private final Clock clock;
  private final Tokens tokens;

  ProfileEntrance(
      UnitOfWork work,
      TvPorts ports,
      Entitlements entitlements,
      Viewing viewing,
      ProfileViews views,
      Duration tokenLife,
      Clock clock,
      Tokens tokens) {
    this.work = work;
    this.profiles = ports.profiles();
    this.profileTokens = ports.profileTokens();
    this.pins = ports.pins();
    this.entitlements = entitlements;
    this.viewing = viewing;
    this.views = views;
    this.tokenLife = tokenLife;
    this.clock = clock;
    this.tokens = tokens;
  }

  OpenedProfile open(UserId owner, ProfileChoice as, ProfileId id, Optional<Secret> pin) {
    Optional<Lock> lock = work.read(() -> lock(owner, as, id));
    Optional<Tried> tried =
        lock.map(
            closed ->
                new Tried(
                    closed,
                    pins.matches(
                        pin.orElseThrow(() -> new DomainException(TvError.PIN_NEEDED)),
                        closed.hash())));
    return work.write(() -> open(owner, id, tried))
        .orElseThrow(() -> new DomainException(TvError.INVALID_PIN));
  }

  /** A PIN that must be known, and the profile it belongs to. */
  private record Lock(ProfileId profile, Secret hash) {}

  private record Tried(Lock lock, boolean isMatch) {}

  private Optional<Lock> lock(UserId owner, ProfileChoice as, ProfileId id) {
    Optional<ViewerProfile> current = viewing.current(owner, as);
    ViewerProfile wanted = profiles.find(owner, id).orElseThrow(DomainException::notFound);
    Optional<ViewerProfile> closed =
        wanted.hasPin()
            ? Optional.of(wanted)
            : current.filter(profile -> profile.look().isKids() && !profile.id().equals(id));
    closed.ifPresent(profile -> profile.mustTakeTries(clock.instant()));
    return closed.flatMap(profile -> profile.pinHash().map(hash -> new Lock(profile.id(), hash)));
  }

  /** Counts a PIN that was tried, for good, and opens the profile unless it was a wrong one. */
  private Optional<OpenedProfile> open(UserId owner, ProfileId id, Optional<Tried> tried) {
    Entitlement may = entitlements.of(owner);
    if (tried.filter(one -> !isRight(owner, one)).isPresent()) {
      return Optional.empty();
    }
    ViewerProfile profile = profiles.lock(owner, id).orElseThrow(DomainException::notFound);
    if (profile.hasPin() && tried.filter(one -> one.lock().profile().equals(id)).isEmpty()) {
      throw new DomainException(TvError.PIN_NEEDED);
    }
    Secret token = tokens.next();
    Instant now = clock.instant();
    Instant expiresAt = now.plus(tokenLife);
    profileTokens.add(new ProfileToken(token.sha256(), id, owner, now, expiresAt));
    return Optional.of(new OpenedProfile(views.of(owner, id, may), token, expiresAt));
  }

  private boolean isRight(UserId owner, Tried tried) {
    ViewerProfile closed =
        profiles.lock(owner, tried.lock().profile()).orElseThrow(DomainException::notFound);
    Instant now = clock.instant();
    // Of those who guess at the same moment most came too late: what they typed says nothing.
    closed.mustTakeTries(now);
    boolean isRight = tried.isMatch() && closed.pinHash().equals(Optional.of(tried.lock().hash()));
    closed.tried(isRight, now);
    profiles.save(closed);
    return isRight;
  }
}
