package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;

/** Makes, changes and removes the identities that can sign in. */
public interface Identities {
  /**
   * Makes an identity under the subject that the request names. Repeating it with the same subject
   * and e-mail answers {@code Created} again and does not change the password.
   *
   * @throws DomainException {@code INVALID_VALUE} for an address or password it does not take
   * @throws ProviderException when the provider cannot be asked; repeat with the same subject
   */
  IdentityOutcome create(NewIdentity identity);

  /**
   * Sets the password and revokes every session of the subject; where the provider goes by whole
   * seconds, what it issued within the last one may live on. Idempotent: when it fails half done,
   * repeating it does the rest.
   *
   * @throws DomainException {@code INVALID_VALUE} for a password it does not take
   * @throws ProviderException {@code REJECTED} when there is no such subject
   */
  void setPassword(String subject, Secret password);

  /**
   * Removes an identity with its sessions. Does nothing when there is none.
   *
   * @throws ProviderException when the provider cannot be asked
   */
  void delete(String subject);
}
