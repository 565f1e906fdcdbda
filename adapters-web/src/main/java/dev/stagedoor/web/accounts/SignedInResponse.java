package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.SignedIn;
import io.micronaut.serde.annotation.Serdeable;

/** Somebody who is signed in now. */
@Serdeable
public record SignedInResponse(
    boolean success, String token, String refreshToken, UserResponse user) {
  static SignedInResponse from(SignedIn signedIn) {
    return new SignedInResponse(
        true,
        signedIn.tokens().accessToken().reveal(),
        signedIn.tokens().refreshToken().reveal(),
        UserResponse.from(signedIn.account()));
  }

  @Override
  public String toString() {
    return "SignedInResponse[" + user + "]";
  }
}
