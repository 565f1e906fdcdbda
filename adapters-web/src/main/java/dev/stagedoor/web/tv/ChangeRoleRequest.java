package dev.stagedoor.web.tv;

import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The role an account is to have, and why. */
@Serdeable
public record ChangeRoleRequest(@Nullable String role, @Nullable String reason) {
  Role wanted() {
    return Role.find(Sent.required(role, "role"))
        .orElseThrow(() -> DomainException.invalid("role", "choice"));
  }
}
