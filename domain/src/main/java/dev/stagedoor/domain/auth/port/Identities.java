package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;

/** Makes, changes and removes the identities that can sign in. */
public interface Identities {
  /**
   * Makes an identity under the subject that the request names. Repeating it with the same subject
   * and e-mail answers {@code Created} again and does not change the password.
   *
   * @throws ProviderException when the provider cannot be asked; repeat with the same subject
   */
  IdentityOutcome create(NewIdentity identity);

  /**
   * Sets the password and revokes every session of the subject. Idempotent.
   *
   * @throws ProviderException {@code REJECTED} when there is no such subject
   */
  void setPassword(String subject, Secret password);

  /** Removes an identity with its sessions. Does nothing when there is none. */
  void delete(String subject);
}
