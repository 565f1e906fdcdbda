package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;

/** Somebody who wants an account. */
@Serdeable
public record RegisterRequest(String email, Secret password, String firstName, String lastName) {
  NewAccount toCommand(Language language) {
    Faults faults = new Faults();
    var address = faults.read(() -> new EmailAddress(email));
    var secret = faults.read(() -> PasswordPolicy.check(password));
    var name = faults.read(() -> new PersonName(firstName, lastName));
    faults.refuseAny();
    return NewAccount.of(
        address.orElseThrow(), secret.orElseThrow(), name.orElseThrow(), Role.USER, language);
  }
}
