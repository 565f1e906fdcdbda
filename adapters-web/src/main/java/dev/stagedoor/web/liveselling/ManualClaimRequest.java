package dev.stagedoor.web.liveselling;

import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A claim made by hand. */
@Serdeable
public record ManualClaimRequest(
    @Nullable Integer itemNumber,
    @Nullable Integer quantity,
    @Nullable String platformUserId,
    @Nullable String handle) {
  int item() {
    return Sent.required(itemNumber, "itemNumber");
  }

  int pieces() {
    return Objects.requireNonNullElse(quantity, 1);
  }

  Buyer buyer() {
    String user = Sent.text(platformUserId);
    return new Buyer(user, handle == null ? user : handle);
  }
}
