package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.auth.ListedAccount;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * An account, wrapped as clients expect it.
 *
 * @param message what was done, in the caller's language
 */
@Serdeable
public record TvUserResponse(User user, String message) {
  /** An account as admins see it. */
  @Serdeable
  public record User(
      UUID id,
      String email,
      @JsonProperty("full_name") String fullName,
      String role,
      String status,
      @JsonProperty("created_at") Instant createdAt) {
    static User from(ListedAccount row) {
      return new User(
          row.id(), row.email(), row.displayName(), row.role(), row.status(), row.createdAt());
    }
  }

  static TvUserResponse from(ListedAccount row, String done) {
    return new TvUserResponse(User.from(row), done);
  }
}
