package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.auth.AuthProvider;

/** What the contracts of an identity provider need to be run. */
public interface AuthContract {
  AuthProvider provider();

  /**
   * Lets at least a second go by on the provider's clock. Some revoke by whole seconds, so that
   * what was issued in the second of the revocation stays good.
   */
  void aSecondPasses();
}
