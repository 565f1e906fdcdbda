package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.Identities;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/** Keeps identities as credentials. */
final class LocalIdentities implements Identities {
  private final CredentialRepository credentials;
  private final LocalSessionRepository sessions;
  private final Argon2Passwords passwords;

  LocalIdentities(
      CredentialRepository credentials,
      LocalSessionRepository sessions,
      Argon2Passwords passwords) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.passwords = passwords;
  }

  @Override
  public IdentityOutcome create(NewIdentity identity) {
    // Looked up first, because a hash that nobody needs is expensive.
    PasswordCredential holder =
        credentials
            .findByEmail(identity.email())
            .or(() -> credentials.find(identity.subject()))
            .orElseGet(() -> credentials.addIfAbsent(credential(identity)));
    ProviderRef ref = new ProviderRef(LocalAuth.ID, holder.subject());
    if (!holder.subject().equals(identity.subject())) {
      return new IdentityOutcome.EmailTaken(ref);
    }
    if (!holder.email().equals(identity.email())) {
      throw new ProviderException(
          LocalAuth.ID, ProviderException.Kind.REJECTED, "the subject has another address");
    }
    return new IdentityOutcome.Created(ref);
  }

  private PasswordCredential credential(NewIdentity identity) {
    return new PasswordCredential(
        identity.subject(),
        identity.email(),
        identity.displayName(),
        identity.password().map(passwords::hash),
        IdentityClaims.of(Role.USER));
  }

  @Override
  public void setPassword(String subject, Secret password) {
    Optional<String> hash = Optional.of(passwords.hash(password));
    StoredCredentials.change(
        credentials,
        subject,
        read ->
            new PasswordCredential(
                read.subject(), read.email(), read.displayName(), hash, read.claims()));
    sessions.revoke(subject, Optional.empty());
  }

  @Override
  public void delete(String subject) {
    credentials.delete(subject);
  }
}
