package dev.stagedoor.web.memorials;

import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.memorials.FuneralDirector;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A funeral director who is signed in and waits for approval. */
@Serdeable
public record RegisteredDirectorResponse(
    boolean success, UUID userId, String status, String token, String refreshToken) {
  static RegisteredDirectorResponse from(SignedIn signedIn) {
    return new RegisteredDirectorResponse(
        true,
        signedIn.account().id(),
        FuneralDirector.Status.PENDING.code(),
        signedIn.tokens().accessToken().reveal(),
        signedIn.tokens().refreshToken().reveal());
  }

  @Override
  public String toString() {
    return "RegisteredDirectorResponse[" + userId + "]";
  }
}
