package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;

/** Signs people in by password and keeps them signed in. */
public interface SignIn {
  /**
   * Checks a password and opens a session. Unknown address and wrong password give the same answer,
   * and as far as the provider can help it after the same time.
   *
   * @throws ProviderException when the provider cannot be asked
   */
  SignInOutcome withPassword(EmailAddress email, Secret password);

  /**
   * Exchanges a refresh token for new tokens. Where the provider rotates, the old one is used up,
   * and presenting it again revokes the session and answers {@code Reused}.
   *
   * @throws ProviderException when the provider cannot be asked; the token is then still good
   */
  SignInOutcome refresh(Secret refreshToken);

  /**
   * Ends the session an access token belongs to; a provider that cannot tell one session of an
   * identity from another ends them all. Where it goes by whole seconds, what it issued within the
   * last one may live on. Does nothing for a token that is not valid.
   *
   * @throws ProviderException when the provider cannot be asked
   */
  void signOut(Secret accessToken);
}
