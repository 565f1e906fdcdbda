package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How a client is to stand: {@code status} active or suspended, or what to do for it. */
@Serdeable
public record ChangeClientRequest(@Nullable String status, @Nullable String action) {
  /** Tells whether the client is to be suspended, or else resumed. */
  boolean isSuspending() {
    String wanted = status == null ? Sent.required(action, "status") : status;
    return switch (wanted) {
      case "suspended", "suspend" -> true;
      case "active", "resume" -> false;
      default -> throw DomainException.invalid(status == null ? "action" : "status", "choice");
    };
  }
}
