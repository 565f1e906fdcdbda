package dev.stagedoor.application.tv;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Pin;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.PinHasher;
import dev.stagedoor.domain.tv.port.ProfileTokenRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The profiles of an account. Those of kids may not manage anything. */
public final class ViewerProfileService {
  private final UnitOfWork work;
  private final ViewerProfileRepository profiles;
  private final ProfileTokenRepository profileTokens;
  private final PinHasher pins;
  private final Entitlements entitlements;
  private final Viewing viewing;
  private final ProfileViews views;
  private final ProfileEntrance entrance;
  private final Clock clock;
  private final Ids ids;

  public ViewerProfileService(
      UnitOfWork work,
      TvPorts ports,
      Entitlements entitlements,
      Viewing viewing,
      Settings.Tv settings,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    this.work = work;
    this.profiles = ports.profiles();
    this.profileTokens = ports.profileTokens();
    this.pins = ports.pins();
    this.entitlements = entitlements;
    this.viewing = viewing;
    this.clock = clock;
    this.ids = ids;
    this.views = new ProfileViews(profiles, clock);
    this.entrance =
        new ProfileEntrance(
            work, ports, entitlements, viewing, views, settings.profileTokenLife(), clock, tokens);
  }

  /**
   * Adds a profile.
   *
   * @throws DomainException {@code PLAN_LIMIT}, {@code SUBSCRIPTION_NEEDED}, {@code KIDS_PROFILE},
   *     {@code INVALID_VALUE}
   */
  public ProfileView create(Actor actor, ProfileChoice as, NewProfile wanted) {
    UserId owner = actor.userId();
    Optional<Secret> hash = wanted.pin().map(this::hash);
    return work.write(
        () -> {
          Entitlement may = entitlements.locked(owner);
          viewing.mustNotBeKids(owner, as);
          may.mustBeGood();
          int limit = may.limits().profiles();
          if (profiles.of(owner).size() >= limit) {
            throw Limits.reached("profiles", limit);
          }
          ProfileId id = new ProfileId(ids.next());
          profiles.save(ViewerProfile.of(id, owner, wanted.look(), hash, clock.instant()));
          return views.of(owner, id, may);
        });
  }

  /**
   * Refuses the profiles of kids what only the holder of the account may do.
   *
   * @throws DomainException {@code KIDS_PROFILE}, {@code PROFILE_TOKEN_INVALID}, {@code NOT_FOUND},
   *     {@code PIN_NEEDED}
   */
  public void mustNotBeKids(Actor actor, ProfileChoice as) {
    UserId owner = actor.userId();
    work.run(() -> viewing.mustNotBeKids(owner, as));
  }

  /** Lists the caller's profiles, the default first. */
  public List<ProfileView> list(Actor actor) {
    UserId owner = actor.userId();
    return work.write(() -> views.of(owner, entitlements.of(owner)));
  }

  /**
   * Changes what is given. Another PIN, or none, closes the profile on every device.
   *
   * @throws DomainException {@code PLAN_LIMIT} for one too many, {@code KIDS_PROFILE}
   */
  public ProfileView change(Actor actor, ProfileChoice as, ProfileId id, ChangeProfile change) {
    UserId owner = actor.userId();
    Optional<Pinned> pinned = change.pin().map(pin -> new Pinned(pin.map(this::hash)));
    return work.write(
        () -> {
          Entitlement may = entitlements.of(owner);
          viewing.mustNotBeKids(owner, as);
          ViewerProfile profile = profiles.lock(owner, id).orElseThrow(DomainException::notFound);
          may.mustBeGood();
          viewing.mustBeWithin(may.limits(), owner, id);
          profile.change(changed(profile.look(), change));
          pinned.ifPresent(
              next -> {
                profile.protect(next.hash());
                profileTokens.removeOf(id);
              });
          profiles.save(profile);
          return views.of(owner, id, may);
        });
  }

  /** What a profile opens with from now on; empty where it opens for all. */
  private record Pinned(Optional<Secret> hash) {}

  private static ViewerProfile.Look changed(ViewerProfile.Look look, ChangeProfile change) {
    return new ViewerProfile.Look(
        change.name().orElse(look.name()),
        change.avatar().orElse(look.avatar()),
        change.isKids().orElse(look.isKids()));
  }

  /**
   * Removes a profile with all that is its own.
   *
   * @throws DomainException {@code LAST_PROFILE}, {@code KIDS_PROFILE}
   */
  public void remove(Actor actor, ProfileChoice as, ProfileId id) {
    UserId owner = actor.userId();
    work.run(
        () -> {
          Entitlement unused = entitlements.locked(owner);
          viewing.mustNotBeKids(owner, as);
          List<ProfileId> known = profiles.of(owner).stream().map(ViewerProfile::id).toList();
          if (!known.contains(id)) {
            throw DomainException.notFound();
          }
          if (known.size() == 1) {
            throw new DomainException(TvError.LAST_PROFILE);
          }
          profiles.remove(id);
        });
  }

  /**
   * Opens a profile.
   *
   * @param as the profile that is open now: from a kids' profile with a PIN one gets to one without
   *     only by that PIN
   * @throws DomainException {@code PIN_NEEDED}, {@code INVALID_PIN}, {@code PIN_LOCKED}
   */
  public OpenedProfile open(Actor actor, ProfileChoice as, ProfileId id, Optional<Secret> pin) {
    return entrance.open(actor.userId(), as, id, pin);
  }

  /** Forgets tokens that are over. */
  public RecurringJob cleaning() {
    return new RecurringJob(
        "purge-profile-tokens",
        Duration.ofHours(1),
        () -> work.run(() -> profileTokens.purge(clock.instant())));
  }

  private Secret hash(Secret pin) {
    return pins.hash(Pin.parse(pin));
  }
}
