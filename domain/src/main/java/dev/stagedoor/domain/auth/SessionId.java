package dev.stagedoor.domain.auth;

import java.util.Objects;
import java.util.UUID;

/** Identifies one signed-in session: a family of refresh tokens, or a cookie. */
public record SessionId(UUID value) {
  public SessionId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "ses_" + value;
  }
}
