package dev.stagedoor.providers.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What we call ourselves. */
final class UserAgent {
  static final String VALUE = "Stagedoor/" + version();

  private UserAgent() {}

  private static String version() {
    try (InputStream version = UserAgent.class.getResourceAsStream("version.txt")) {
      if (version == null) {
        throw new IllegalStateException("the version is not on the class path");
      }
      return new String(version.readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
