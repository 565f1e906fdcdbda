package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.AccountView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** An account as its owner sees it. */
@Serdeable
public record UserResponse(
    UUID id,
    String email,
    String firstName,
    String lastName,
    String displayName,
    String role,
    boolean isAdmin,
    Instant createdAt) {
  public static UserResponse from(AccountView account) {
    return new UserResponse(
        account.id(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.displayName(),
        account.role(),
        account.isAdmin(),
        account.createdAt());
  }
}
