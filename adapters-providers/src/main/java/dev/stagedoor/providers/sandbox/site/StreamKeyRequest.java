package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What an encoder shows. */
@Serdeable
record StreamKeyRequest(@Nullable String streamKey) {
  Secret secret() {
    if (streamKey == null || streamKey.isBlank()) {
      throw ControlRefusal.invalid("streamKey", "The stream key is missing.");
    }
    return Secret.of(streamKey.strip());
  }

  @Override
  public String toString() {
    return "a stream key";
  }
}
