package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.SignedIn;
import io.micronaut.serde.annotation.Serdeable;

/** A new account that is signed in; its tokens stand in {@code data} and beside it. */
@Serdeable
public record RegisteredResponse(
    boolean success, Data data, String token, String refreshToken, UserResponse user) {
  /** The same once more, as clients of the course service read it. */
  @Serdeable
  public record Data(UserResponse user, String token, String refreshToken) {}

  static RegisteredResponse from(SignedIn signedIn) {
    UserResponse user = UserResponse.from(signedIn.account());
    String token = signedIn.tokens().accessToken().reveal();
    String refreshToken = signedIn.tokens().refreshToken().reveal();
    return new RegisteredResponse(
        true, new Data(user, token, refreshToken), token, refreshToken, user);
  }

  @Override
  public String toString() {
    return "RegisteredResponse[" + user + "]";
  }
}
