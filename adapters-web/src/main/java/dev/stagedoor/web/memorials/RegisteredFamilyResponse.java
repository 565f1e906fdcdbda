package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.RegisteredFamily;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** A family that is signed in, with its memorial. */
@Serdeable
public record RegisteredFamilyResponse(
    boolean success,
    UUID memorialId,
    String fullSlug,
    UUID userId,
    String token,
    String refreshToken) {
  static RegisteredFamilyResponse from(RegisteredFamily family) {
    return new RegisteredFamilyResponse(
        true,
        family.memorial().id(),
        family.memorial().fullSlug(),
        family.signedIn().account().id(),
        family.signedIn().tokens().accessToken().reveal(),
        family.signedIn().tokens().refreshToken().reveal());
  }

  @Override
  public String toString() {
    return "RegisteredFamilyResponse[" + userId + "]";
  }
}
