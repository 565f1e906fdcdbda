package dev.stagedoor.bootstrap;

import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.tv.NewProfile;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.ViewerProfile;
import java.util.Optional;
import java.util.Set;

/**
 * Fills in a family that watches television, and a reseller with credits. Repeatable, as all of it.
 */
final class TvDemo {
  static final String PIN = "1234";
  private static final long CREDITS = 10_000;
  private static final Set<Entitlement.Source> OVER =
      Set.of(Entitlement.Source.NONE, Entitlement.Source.SUSPENDED);

  private final Stagedoor stagedoor;
  private final Optional<PlaylistAccess> service;

  /**
   * @param service whose channels everybody may try out; empty where there is none
   */
  TvDemo(Stagedoor stagedoor, Optional<PlaylistAccess> service) {
    this.stagedoor = stagedoor;
    this.service = service;
  }

  /** Gives somebody profiles and channels; whose trial is over gets nothing more. */
  void watch(Actor viewer) {
    if (OVER.contains(stagedoor.subscribers().me(viewer).entitlement().source())) {
      return;
    }
    profile(viewer, "Sarah", false, Optional.empty());
    profile(viewer, "Kids", true, Optional.of(Secret.of(PIN)));
    if (service.isPresent() && stagedoor.playlists().list(viewer).isEmpty()) {
      var unused =
          stagedoor
              .playlists()
              .create(viewer, ProfileChoice.none(), "Sandbox television", service.get());
    }
  }

  private void profile(Actor viewer, String name, boolean isKids, Optional<Secret> pin) {
    boolean isThere =
        stagedoor.viewerProfiles().list(viewer).stream()
            .map(ProfileView::name)
            .anyMatch(name::equals);
    if (!isThere) {
      var unused =
          stagedoor
              .viewerProfiles()
              .create(
                  viewer,
                  ProfileChoice.none(),
                  new NewProfile(new ViewerProfile.Look(name, Optional.empty(), isKids), pin));
    }
  }

  /** Makes somebody a reseller, with credits for the first clients. */
  void resell(UserId reseller) {
    var unused =
        stagedoor.accountAdmin().changeRole(Actor.system(), reseller, Role.RESELLER, "demo");
    var unusedCredits =
        stagedoor
            .credits()
            .add(
                Actor.system(),
                reseller,
                CREDITS,
                "Initial reseller credit package",
                Optional.of("demo"));
  }
}
