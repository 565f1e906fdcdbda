package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.kernel.ProviderException;

/** Puts role and admin flag into the tokens a provider issues from now on. */
public interface Claims {
  /**
   * Replaces the claims of a subject. Idempotent; tokens already issued keep what they say.
   *
   * @throws ProviderException {@code REJECTED} when there is no such subject
   */
  void set(String subject, IdentityClaims claims);
}
