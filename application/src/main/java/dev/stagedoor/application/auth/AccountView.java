package dev.stagedoor.application.auth;

import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Role;
import java.time.Instant;
import java.util.UUID;

/** An account as its owner sees it; the role is the code of its enum. */
public record AccountView(
    UUID id,
    String email,
    String firstName,
    String lastName,
    String displayName,
    String role,
    boolean isAdmin,
    String language,
    Instant createdAt) {
  public static AccountView of(Account account) {
    return new AccountView(
        account.id().value(),
        account.email().value(),
        account.name().first(),
        account.name().last(),
        account.name().display(),
        account.role().code(),
        account.role() == Role.ADMIN,
        account.language().code(),
        account.createdAt());
  }
}
