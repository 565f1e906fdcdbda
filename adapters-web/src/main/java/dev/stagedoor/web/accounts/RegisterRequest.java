package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;

/** Somebody who wants an account. */
@Serdeable
public record RegisterRequest(String email, Secret password, String firstName, String lastName) {
  NewAccount toCommand(Language language) {
    return NewAccount.of(
        new EmailAddress(email),
        password,
        new PersonName(firstName, lastName),
        Role.USER,
        language);
  }
}
