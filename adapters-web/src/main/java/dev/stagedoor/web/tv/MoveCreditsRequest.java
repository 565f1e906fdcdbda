package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.auth.UserId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credits to be given or taken back, and what for. */
@Serdeable
public record MoveCreditsRequest(
    @JsonProperty("user_id") UUID userId, Long amount, @Nullable String description) {
  UserId account() {
    return new UserId(userId);
  }
}
