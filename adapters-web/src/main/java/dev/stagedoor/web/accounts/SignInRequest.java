package dev.stagedoor.web.accounts;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;

/** Somebody who has an account. */
@Serdeable
public record SignInRequest(String email, Secret password) {
  EmailAddress address() {
    return new EmailAddress(email);
  }
}
