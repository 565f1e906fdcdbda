package dev.stagedoor.providers.pretix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.providers.support.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What pretix answers and sends. */
final class PretixFixtures {
  private PretixFixtures() {}

  static ObjectNode read(String name) {
    try (InputStream in = PretixFixtures.class.getResourceAsStream("/pretix/" + name + ".json")) {
      return (ObjectNode) Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
