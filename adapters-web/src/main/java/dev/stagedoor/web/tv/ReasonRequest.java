package dev.stagedoor.web.tv;

import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Why an admin does something, in their own words. */
@Serdeable
public record ReasonRequest(@Nullable String reason) {
  static String of(@Nullable ReasonRequest request) {
    return request == null ? "" : Sent.text(request.reason());
  }
}
