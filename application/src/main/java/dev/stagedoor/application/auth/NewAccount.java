package dev.stagedoor.application.auth;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/**
 * An account to be made. Without a password it is made by invitation: nobody can sign in until the
 * link in the mail was used.
 */
public record NewAccount(
    EmailAddress email,
    Optional<Secret> password,
    PersonName name,
    Role role,
    IdentityClaims claims,
    Language language) {
  /** Somebody who signs up with a role that needs nobody's leave. */
  public static NewAccount of(
      EmailAddress email, Secret password, PersonName name, Role role, Language language) {
    return new NewAccount(
        email, Optional.of(password), name, role, IdentityClaims.of(role), language);
  }
}
