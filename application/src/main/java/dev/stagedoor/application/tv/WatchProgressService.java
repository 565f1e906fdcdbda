package dev.stagedoor.application.tv;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Item;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.Stamp;
import dev.stagedoor.domain.tv.Telling;
import dev.stagedoor.domain.tv.WatchProgress;
import dev.stagedoor.domain.tv.Watched;
import dev.stagedoor.domain.tv.port.WatchProgressRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** How far the profiles of an account are with what they watch, whichever device they use. */
public final class WatchProgressService {
  /** A clock that was never set shows the first, and none shows the last for long to come. */
  private static final Instant FIRST = Instant.EPOCH;

  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private final UnitOfWork work;
  private final WatchProgressRepository progress;
  private final Function<Telling, Optional<WatchProgress>> taken;
  private final Viewing viewing;
  private final Clock clock;

  public WatchProgressService(
      UnitOfWork work, WatchProgressRepository progress, Viewing viewing, Clock clock) {
    this.work = work;
    this.progress = progress;
    this.taken = work.together(progress::tell);
    this.viewing = viewing;
    this.clock = clock;
  }

  /**
   * Takes in what a device tells, and returns how it stands then. Needs no subscription: devices
   * that were out of reach may tell late what was paid for.
   */
  public WatchProgress tell(Actor actor, ProfileChoice as, TellProgress told) {
    UserId owner = actor.userId();
    Instant now = clock.instant();
    Watched watched = watched(told, now);
    ProfileId profile = viewing.profile(owner, as);
    return taken
        .apply(new Telling(owner, profile, watched, now))
        .orElseThrow(DomainException::notFound);
  }

  private static Watched watched(TellProgress told, Instant now) {
    told.clientTime().ifPresent(time -> mustBeShownByClocks("clientTime", time));
    told.sentAt().ifPresent(time -> mustBeShownByClocks("sentAt", time));
    return new Watched(
        told.itemId(),
        told.itemType(),
        told.progressSeconds(),
        told.durationSeconds(),
        new Stamp(Watched.when(told.clientTime(), told.sentAt(), now), told.deviceId()));
  }

  private static void mustBeShownByClocks(String field, Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw DomainException.invalid(field, "format");
    }
  }

  /** Lists what was watched, the last first. */
  public Page<WatchProgress> list(Actor actor, ProfileChoice as, PageRequest page) {
    ProfileId profile = viewing.profile(actor.userId(), as);
    return work.read(() -> progress.list(profile, page));
  }

  /**
   * Returns how far somebody is with one thing.
   *
   * @throws DomainException {@code NOT_FOUND}
   */
  public WatchProgress get(Actor actor, ProfileChoice as, String itemId) {
    ProfileId profile = viewing.profile(actor.userId(), as);
    return work.look(() -> progress.find(profile, Item.id(itemId)))
        .orElseThrow(DomainException::notFound);
  }

  /** Forgets it. */
  public void remove(Actor actor, ProfileChoice as, String itemId) {
    ProfileId profile = viewing.profile(actor.userId(), as);
    work.run(() -> progress.remove(profile, Item.id(itemId)));
  }
}
