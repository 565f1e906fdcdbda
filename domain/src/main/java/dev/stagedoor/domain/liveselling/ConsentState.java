package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderId;
import java.time.Duration;
import java.time.Instant;

/**
 * Remembers who set out to a provider's page of consent, and for which workspace.
 *
 * @param stateHash SHA-256 of the state that travels, in hex; the state itself is kept nowhere
 */
public record ConsentState(
    String stateHash, WorkspaceId workspace, ProviderId provider, UserId user, Instant expiresAt) {
  public static final Duration LIFE = Duration.ofMinutes(15);

  /** Tells whether somebody who comes back now is who set out. */
  public boolean isGoodFor(UserId back, ProviderId at, Instant now) {
    return user.equals(back) && provider.equals(at) && now.isBefore(expiresAt);
  }
}
