package dev.stagedoor.domain.sandbox.port;

import dev.stagedoor.domain.sandbox.Remembered;
import java.util.List;
import java.util.Optional;

/**
 * Remembers things for the sandbox's far side, across restarts and for all instances. Each call is
 * a transaction of its own, as it would be on a provider's server.
 */
public interface SandboxMemory {
  Optional<Remembered> find(String collection, String id);

  /** Returns at most {@code limit} things, the newest first by when they were first saved. */
  List<Remembered> newest(String collection, int limit);

  /**
   * Saves a thing when its version is still the stored one (0: when there is none), and returns
   * whether it did. On false, read again and decide again.
   */
  boolean save(Remembered thing);

  /** Forgets a thing, whatever its version. Does nothing when there is none. */
  void forget(String collection, String id);
}
