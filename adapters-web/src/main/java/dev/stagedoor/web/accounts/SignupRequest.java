package dev.stagedoor.web.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;

/** Somebody who wants an account, as clients of {@code /api/v1} say it. */
@Serdeable
public record SignupRequest(
    String email, Secret password, @JsonProperty("full_name") String fullName) {
  NewAccount toCommand(Language language) {
    Faults faults = new Faults();
    var address = faults.read(() -> new EmailAddress(email));
    var secret = faults.read(() -> PasswordPolicy.check(password));
    var name = faults.read(() -> Sent.as("fullName", "name", () -> PersonName.parse(fullName)));
    faults.refuseAny();
    return NewAccount.of(
        address.orElseThrow(), secret.orElseThrow(), name.orElseThrow(), Role.USER, language);
  }
}
