package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credits to be given or taken back, and what for. */
@Serdeable
public record MoveCreditsRequest(
    @JsonProperty("user_id") @Nullable UUID userId,
    @Nullable Long amount,
    @Nullable String description) {
  long credits() {
    return Sent.required(amount, "amount");
  }

  UserId account() {
    return new UserId(Sent.required(userId, "userId"));
  }
}
