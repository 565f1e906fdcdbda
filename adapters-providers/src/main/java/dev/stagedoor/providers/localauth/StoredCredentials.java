package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.kernel.ProviderException;
import java.util.function.Function;

/** Changes stored identities so that no change undoes another made at the same time. */
final class StoredCredentials {
  private StoredCredentials() {}

  /**
   * Changes hash and claims of an identity as it is when the change is stored.
   *
   * @throws ProviderException {@code REJECTED} when there is none
   */
  static void change(
      CredentialRepository credentials,
      String subject,
      Function<PasswordCredential, PasswordCredential> change) {
    boolean done = false;
    while (!done) {
      PasswordCredential read =
          credentials
              .find(subject)
              .orElseThrow(
                  () ->
                      new ProviderException(
                          LocalAuth.ID,
                          ProviderException.Kind.REJECTED,
                          "there is no such subject"));
      PasswordCredential next = change.apply(read);
      // It fails only when somebody else's change succeeded.
      done = credentials.update(read, next.passwordHash(), next.claims());
    }
  }
}
