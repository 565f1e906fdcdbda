package dev.stagedoor.web.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.auth.SignedInTokens;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** Somebody who is signed in now, as clients of {@code /api/v1} read it. */
@Serdeable
public record SubscriberResponse(
    String token, @JsonProperty("refresh_token") String refreshToken, User user) {
  /** An account as its owner sees it. */
  @Serdeable
  public record User(
      UUID id,
      String email,
      @JsonProperty("full_name") String fullName,
      String role,
      @JsonProperty("is_admin") boolean isAdmin,
      String language,
      @JsonProperty("created_at") Instant createdAt) {}

  /** New tokens for old ones. */
  @Serdeable
  public record Tokens(String token, @JsonProperty("refresh_token") String refreshToken) {
    static Tokens from(SignedInTokens tokens) {
      return new Tokens(tokens.accessToken().reveal(), tokens.refreshToken().reveal());
    }

    @Override
    public String toString() {
      return "Tokens";
    }
  }

  static SubscriberResponse from(SignedIn signedIn) {
    var account = signedIn.account();
    return new SubscriberResponse(
        signedIn.tokens().accessToken().reveal(),
        signedIn.tokens().refreshToken().reveal(),
        new User(
            account.id(),
            account.email(),
            account.displayName(),
            account.role(),
            account.isAdmin(),
            account.language(),
            account.createdAt()));
  }

  @Override
  public String toString() {
    return "SubscriberResponse[" + user + "]";
  }
}
