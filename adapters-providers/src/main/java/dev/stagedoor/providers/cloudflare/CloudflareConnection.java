package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.providers.cloudflare.CloudflareMapping.Ingest;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The {@code status} of a live input. Its schema says a word, and real answers have an object, or
 * an object written into a text, or null before the first use: each is read.
 */
record CloudflareConnection(Ingest ingest, Optional<Instant> since) {
  private static final CloudflareConnection NONE =
      new CloudflareConnection(Ingest.NOT_YET, Optional.empty());

  /**
   * Reads a status.
   *
   * @throws IllegalArgumentException when it says nothing we know
   */
  static CloudflareConnection of(JsonNode status) {
    if (status.isTextual()) {
      String text = status.textValue().strip();
      if (text.startsWith("{")) {
        return current(Json.read(text.getBytes(StandardCharsets.UTF_8)));
      }
      return text.isEmpty() ? NONE : word(text, Optional.empty());
    }
    return current(status);
  }

  private static CloudflareConnection current(JsonNode status) {
    JsonNode current = status.path("current");
    if (current.isMissingNode() || current.isNull()) {
      return NONE;
    }
    Optional<Instant> since = CloudflareFields.time(current, "statusEnteredAt");
    Optional<String> state = CloudflareFields.text(current, "state");
    // The state is the coarser word of the two, and so the one less likely to be new to us.
    return state
        .flatMap(CloudflareMapping::ingest)
        .map(ingest -> new CloudflareConnection(ingest, since))
        .orElseGet(() -> word(CloudflareFields.mustHave(current, "reason"), since));
  }

  private static CloudflareConnection word(String word, Optional<Instant> since) {
    return CloudflareMapping.ingest(word)
        .map(ingest -> new CloudflareConnection(ingest, since))
        .orElseThrow(() -> new IllegalArgumentException("a status nobody knows"));
  }

  /** Returns since when an encoder sends; a status without its time is taken for new. */
  Optional<Instant> connectedSince(Instant now) {
    return ingest == Ingest.CONNECTED ? Optional.of(since.orElse(now)) : Optional.empty();
  }

  Optional<Instant> disconnectedAt() {
    return ingest == Ingest.GONE ? since : Optional.empty();
  }
}
