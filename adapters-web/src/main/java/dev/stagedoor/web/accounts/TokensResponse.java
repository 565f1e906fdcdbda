package dev.stagedoor.web.accounts;

import dev.stagedoor.domain.auth.SignedInTokens;
import io.micronaut.serde.annotation.Serdeable;

/** New tokens for old ones. */
@Serdeable
public record TokensResponse(String token, String refreshToken) {
  static TokensResponse from(SignedInTokens tokens) {
    return new TokensResponse(tokens.accessToken().reveal(), tokens.refreshToken().reveal());
  }

  @Override
  public String toString() {
    return "TokensResponse";
  }
}
