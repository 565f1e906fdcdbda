package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.TvError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who sits before a page.
 *
 * @param profiles all of the account
 * @param open the profile that is open in this browser
 * @param choice what services are told of it
 */
public record Viewing(
    List<ProfileView> profiles, Optional<ProfileView> open, ProfileChoice choice) {
  public Viewing {
    profiles = List.copyOf(profiles);
  }

  /** Tells whether a kids' profile is open, from which nothing is managed. */
  public boolean isKids() {
    return open.map(ProfileView::isKids).orElse(false);
  }

  /** Tells whether this very profile is open. */
  public boolean isOpen(ProfileView profile) {
    return open.map(ProfileView::id).filter(profile.id()::equals).isPresent();
  }

  /**
   * Goes on only where no kids' profile is open.
   *
   * @throws DomainException {@code KIDS_PROFILE}
   */
  void mustBeGrownUp() {
    if (isKids()) {
      throw new DomainException(TvError.KIDS_PROFILE);
    }
  }

  ProfileView profile(UUID id) {
    return profiles.stream()
        .filter(profile -> profile.id().equals(id))
        .findFirst()
        .orElseThrow(DomainException::notFound);
  }
}
