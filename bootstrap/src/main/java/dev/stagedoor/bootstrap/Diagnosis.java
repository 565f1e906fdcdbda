package dev.stagedoor.bootstrap;

import dev.stagedoor.bootstrap.config.InvalidSetting;
import dev.stagedoor.persistence.DatabaseUnusable;
import dev.stagedoor.persistence.embedded.FolderInUse;
import dev.stagedoor.persistence.embedded.FolderUnusable;
import io.micronaut.http.server.exceptions.ServerStartupException;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in one sentence why the server cannot start, and which key to change. */
final class Diagnosis {
  private Diagnosis() {}

  /** Returns the sentence; empty for what only a developer can mend. */
  static Optional<String> of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> sentence(cause).stream())
        .findFirst();
  }

  private static Optional<String> sentence(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof InvalidSetting
        || (cause instanceof IllegalArgumentException && message.startsWith("stagedoor."))) {
      return Optional.of(message);
    }
    if (cause instanceof FolderInUse || cause instanceof FolderUnusable) {
      return Optional.of(message + " (stagedoor.data-folder)");
    }
    if (cause instanceof DatabaseUnusable database) {
      return Optional.of(message + " (" + key(database.reason()) + ")");
    }
    return cause instanceof ServerStartupException
        ? Optional.of(cannotListen(cause))
        : Optional.empty();
  }

  private static String key(DatabaseUnusable.Reason reason) {
    return switch (reason) {
      case UNREACHABLE, ABSENT -> "stagedoor.database.url";
      case REFUSED -> "stagedoor.database.username and stagedoor.database.password";
      case FORBIDDEN -> "stagedoor.database.username";
    };
  }

  /** Micronaut's message ends in the address. */
  private static String cannotListen(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "the server cannot listen at "
        + String.valueOf(failure.getMessage()).replaceFirst("^.* on ", "")
        + ": "
        + root.getMessage()
        + " (PORT and HOST, which are micronaut.server.port and micronaut.server.host)";
  }
}
