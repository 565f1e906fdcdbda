package dev.stagedoor.web.payments;

import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Which version of a payment somebody has looked at: the one that was listed. */
@Serdeable
public record LookedAtRequest(@Nullable Long version) {
  long seen() {
    return Sent.required(version, "version");
  }
}
