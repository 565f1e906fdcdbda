package dev.stagedoor.web.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;

/** Somebody who wants an account, as clients of {@code /api/v1} say it. */
@Serdeable
public record SignupRequest(
    String email, Secret password, @JsonProperty("full_name") String fullName) {
  NewAccount toCommand(Language language) {
    return NewAccount.of(
        new EmailAddress(email), password, PersonName.parse(fullName), Role.USER, language);
  }
}
