package dev.stagedoor.web.accounts;

import dev.stagedoor.domain.kernel.EmailAddress;
import io.micronaut.serde.annotation.Serdeable;

/** The address of somebody who cannot sign in. */
@Serdeable
public record ForgotPasswordRequest(String email) {
  EmailAddress address() {
    return new EmailAddress(email);
  }
}
