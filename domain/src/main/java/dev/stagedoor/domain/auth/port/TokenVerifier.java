package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;

/** Checks the access tokens that callers send as {@code Bearer}. */
public interface TokenVerifier {
  /**
   * Checks signature, issuer, audience, time and revocation. Never throws for a bad token, whatever
   * its bytes are.
   *
   * @throws ProviderException when the keys or the revocation list cannot be reached: not the same
   *     as a bad token
   */
  TokenReading verify(Secret accessToken);
}
