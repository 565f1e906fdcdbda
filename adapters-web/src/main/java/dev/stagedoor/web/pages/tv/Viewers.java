package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.domain.auth.Actor;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds who sits before a page, by the account and the cookie of the profile that is open. */
@Singleton
final class Viewers {
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
}
