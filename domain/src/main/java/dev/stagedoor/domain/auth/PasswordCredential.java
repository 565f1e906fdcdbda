package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.EmailAddress;
import java.util.Optional;

/**
 * What the local identity provider keeps of one identity. The hash is a PHC string; without one
 * nobody can sign in.
 */
public record PasswordCredential(
    String subject,
    EmailAddress email,
    String displayName,
    Optional<String> passwordHash,
    IdentityClaims claims) {
  @Override
  public String toString() {
    return "PasswordCredential[" + subject + ", " + (passwordHash.isPresent() ? "****" : "-") + "]";
  }
}
