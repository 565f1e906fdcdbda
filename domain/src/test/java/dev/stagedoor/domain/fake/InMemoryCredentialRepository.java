package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.kernel.EmailAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps identities in memory; each call is atomic. */
public final class InMemoryCredentialRepository implements CredentialRepository {
  private final Map<String, PasswordCredential> credentials = new LinkedHashMap<>();
  private final LocalSessionRepository sessions;

  /** Deletes an identity's sessions from {@code sessions} with it. */
  public InMemoryCredentialRepository(LocalSessionRepository sessions) {
    this.sessions = sessions;
  }

  @Override
  public synchronized PasswordCredential addIfAbsent(PasswordCredential credential) {
    Optional<PasswordCredential> holder =
        findByEmail(credential.email()).or(() -> find(credential.subject()));
    if (holder.isEmpty()) {
      credentials.put(credential.subject(), credential);
    }
    return holder.orElse(credential);
  }

  @Override
  public synchronized Optional<PasswordCredential> find(String subject) {
    return Optional.ofNullable(credentials.get(subject));
  }

  @Override
  public synchronized Optional<PasswordCredential> findByEmail(EmailAddress email) {
    return credentials.values().stream()
        .filter(credential -> credential.email().equals(email))
        .findFirst();
  }

  @Override
  public synchronized boolean update(
      PasswordCredential read, Optional<String> passwordHash, IdentityClaims claims) {
    return credentials.replace(
        read.subject(),
        read,
        new PasswordCredential(
            read.subject(), read.email(), read.displayName(), passwordHash, claims));
  }

  @Override
  public synchronized void delete(String subject) {
    credentials.remove(subject);
    sessions.revoke(subject, Optional.empty());
  }
}
