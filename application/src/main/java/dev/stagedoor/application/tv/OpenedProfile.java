package dev.stagedoor.application.tv;

import dev.stagedoor.domain.kernel.Secret;
import java.time.Instant;

/** A profile that was opened on a device, and the token to act as it. */
public record OpenedProfile(ProfileView profile, Secret token, Instant expiresAt) {
  @Override
  public String toString() {
    return "OpenedProfile[" + profile.id() + "]";
  }
}
