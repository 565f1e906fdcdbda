package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.util.Optional;

/** Turns an access token into a cookie for browsers, and checks that cookie. */
public interface SessionCookies {
  /**
   * Opens a cookie session for the identity of a valid access token; empty when the token is not
   * valid.
   *
   * @param life between 5 minutes and 14 days
   * @throws ProviderException when the provider cannot be asked
   */
  Optional<Secret> open(Secret accessToken, Duration life);

  /**
   * Checks a cookie, revocation included. Never throws for a bad cookie.
   *
   * @throws ProviderException when revocation cannot be checked
   */
  TokenReading verify(Secret cookie);

  /**
   * Ends the session of a cookie; a provider that cannot tell one session of an identity from
   * another ends them all. Does nothing for a cookie that is not valid.
   *
   * @throws ProviderException when the provider cannot be asked
   */
  void close(Secret cookie);
}
