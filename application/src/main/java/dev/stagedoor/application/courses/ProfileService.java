package dev.stagedoor.application.courses;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import java.util.Optional;

/** What people tell of themselves, and who follows whom. */
@SuppressWarnings("DoNotCallSuggester")
public final class ProfileService {
  /** Returns somebody as everybody sees them. */
  public ProfileView get(Actor actor, UserId user) {
    throw new UnsupportedOperationException();
  }

  /** Changes what the caller tells of themselves; what is absent stays, a blank picture is none. */
  public ProfileView change(
      Actor actor, Optional<String> headline, Optional<String> bio, Optional<String> pictureUrl) {
    throw new UnsupportedOperationException();
  }

  /**
   * Follows somebody; does nothing when the caller does already.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code CANNOT_FOLLOW_YOURSELF}
   */
  public ProfileView follow(Actor actor, UserId user) {
    throw new UnsupportedOperationException();
  }

  /** Does not follow somebody any more; does nothing when the caller does not. */
  public ProfileView unfollow(Actor actor, UserId user) {
    throw new UnsupportedOperationException();
  }
}
