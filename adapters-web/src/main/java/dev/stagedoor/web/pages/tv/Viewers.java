package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.domain.auth.Actor;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds who sits before a browser, by the account and the cookie of the profile that is open. */
@Singleton
public final class Viewers {
  private final ViewerProfileService profiles;

  Viewers(ViewerProfileService profiles) {
    this.profiles = profiles;
  }

  Viewing of(Actor actor, HttpRequest<?> request) {
    List<ProfileView> all = profiles.list(actor);
    Optional<ProfileCookie.Content> kept = ProfileCookie.in(request);
    Optional<ProfileView> open =
        kept.flatMap(
            cookie -> all.stream().filter(one -> one.id().equals(cookie.id())).findFirst());
    // The cookie of another account, or of a profile that was removed, opens nothing here.
    return new Viewing(
        all,
        open,
        open.isEmpty()
            ? ProfileChoice.none()
            : new ProfileChoice(kept.map(ProfileCookie.Content::token), Optional.empty()));
  }

  /**
   * Goes on only where no kids' profile is open in the browser that asks, if it is one.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code KIDS_PROFILE}
   */
  public void mustBeGrownUp(Actor actor, HttpRequest<?> request) {
    if (ProfileCookie.in(request).isPresent()) {
      of(actor, request).mustBeGrownUp();
    }
  }
}
