package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.port.Claims;
import dev.stagedoor.domain.auth.port.CredentialRepository;

/** Keeps claims with the credential they are about. */
final class LocalClaims implements Claims {
  private final CredentialRepository credentials;

  LocalClaims(CredentialRepository credentials) {
    this.credentials = credentials;
  }

  @Override
  public void set(String subject, IdentityClaims claims) {
    StoredCredentials.change(
        credentials,
        subject,
        read ->
            new PasswordCredential(
                read.subject(), read.email(), read.displayName(), read.passwordHash(), claims));
  }
}
