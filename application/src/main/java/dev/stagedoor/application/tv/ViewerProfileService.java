package dev.stagedoor.application.tv;

import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ProfileId;
import java.util.List;
import java.util.Optional;

/** The profiles of an account. Those of kids may not manage anything. */
@SuppressWarnings("DoNotCallSuggester")
public final class ViewerProfileService {
  /**
   * Adds a profile.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code PLAN_LIMIT}, {@code
   *     SUBSCRIPTION_NEEDED}, {@code KIDS_PROFILE}, {@code INVALID_VALUE}
   */
  public ProfileView create(Actor actor, ProfileChoice as, NewProfile wanted) {
    throw new UnsupportedOperationException();
  }

  /** Lists the caller's profiles, the default first. */
  public List<ProfileView> list(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * Changes what is given.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code PLAN_LIMIT} for one too many, {@code
   *     KIDS_PROFILE}
   */
  public ProfileView change(Actor actor, ProfileChoice as, ProfileId id, ChangeProfile change) {
    throw new UnsupportedOperationException();
  }

  /**
   * Removes a profile with all that is its own.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code LAST_PROFILE}, {@code KIDS_PROFILE}
   */
  public void remove(Actor actor, ProfileChoice as, ProfileId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens a profile.
   *
   * @param as the profile that is open now: from a kids' profile with a PIN one gets to one without
   *     only by that PIN
   * @throws dev.stagedoor.domain.kernel.DomainException {@code PIN_NEEDED}, {@code INVALID_PIN},
   *     {@code PIN_LOCKED}
   */
  public OpenedProfile open(Actor actor, ProfileChoice as, ProfileId id, Optional<Secret> pin) {
    throw new UnsupportedOperationException();
  }

  /** Forgets tokens that are over. */
  public RecurringJob cleaning() {
    throw new UnsupportedOperationException();
  }
}
