package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.AccountView;
import io.micronaut.serde.annotation.Serdeable;

/** The caller's account; it stands in {@code data} and beside it. */
@Serdeable
public record MeResponse(boolean success, Data data, UserResponse user) {
  /** The same once more, as clients of the course service read it. */
  @Serdeable
  public record Data(UserResponse user) {}

  static MeResponse from(AccountView account) {
    UserResponse user = UserResponse.from(account);
    return new MeResponse(true, new Data(user), user);
  }
}
