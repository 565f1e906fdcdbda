package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.kernel.EmailAddress;
import java.util.Optional;

/**
 * Keeps the identities of the local provider. Each call is a transaction of its own, as a call to a
 * remote provider would be.
 */
public interface CredentialRepository {
  /** Adds an identity; returns the one that holds the e-mail or subject afterwards, new or not. */
  PasswordCredential addIfAbsent(PasswordCredential credential);

  Optional<PasswordCredential> find(String subject);

  Optional<PasswordCredential> findByEmail(EmailAddress email);

  /**
   * Replaces hash and claims of an identity that is still as it was read; returns false when it was
   * changed or removed meanwhile: read it again and decide again.
   */
  boolean update(PasswordCredential read, Optional<String> passwordHash, IdentityClaims claims);

  /** Removes an identity and its sessions; does nothing when there is none. */
  void delete(String subject);
}
