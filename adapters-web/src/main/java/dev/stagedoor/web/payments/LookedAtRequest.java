package dev.stagedoor.web.payments;

import dev.stagedoor.domain.kernel.DomainException;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Which version of a payment somebody has looked at: the one that was listed. */
@Serdeable
public record LookedAtRequest(@Nullable Long version) {
  long seen() {
    if (version == null) {
      throw DomainException.invalid("version", "required");
    }
    return version;
  }
}
