package dev.stagedoor.application.tv;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ProfileId;
import java.util.Optional;

/**
 * Names the profile that somebody acts as.
 *
 * @param token what opening a profile gave; what it opens counts
 * @param id names a profile without a PIN
 */
public record ProfileChoice(Optional<Secret> token, Optional<ProfileId> id) {
  /** Nothing is said: the default profile, if it has no PIN. */
  public static ProfileChoice none() {
    return new ProfileChoice(Optional.empty(), Optional.empty());
  }
}
