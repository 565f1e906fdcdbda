package dev.stagedoor.application.messaging;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A mail to be written: which text ({@code mails.<name>.subject}, {@code .body}, {@code .action}),
 * what fills its placeholders, and where its one button leads.
 */
public record Mail(String name, Map<String, String> arguments, Optional<URI> action) {
  public Mail {
    arguments = Map.copyOf(arguments);
  }
}
