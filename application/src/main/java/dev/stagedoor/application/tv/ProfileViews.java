package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** How profiles are shown to whoever has them. */
final class ProfileViews {
  private final ViewerProfileRepository profiles;
  private final Clock clock;

  ProfileViews(ViewerProfileRepository profiles, Clock clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  /** Returns how one of an account is shown. */
  ProfileView of(UserId owner, ProfileId id, Entitlement may) {
    return of(owner, may).stream()
        .filter(view -> view.id().equals(id.value()))
        .findFirst()
        .orElseThrow();
  }

  /** Returns how all of an account are shown, the default first. */
  List<ProfileView> of(UserId owner, Entitlement may) {
    List<ViewerProfile> known = profiles.of(owner);
    return IntStream.range(0, known.size())
        .mapToObj(place -> view(known.get(place), place, may.limits()))
        .toList();
  }

  private ProfileView view(ViewerProfile profile, int place, Limits limits) {
    Instant now = clock.instant();
    return new ProfileView(
        profile.id().value(),
        profile.look().name(),
        profile.look().avatar(),
        profile.look().isKids(),
        profile.hasPin(),
        place == 0,
        place >= limits.profiles(),
        profile.lockedUntil().filter(now::isBefore),
        profile.createdAt());
  }
}
