package dev.stagedoor.providers.support;

/** Refuses calls from where none may be made. */
@FunctionalInterface
public interface CallGuard {
  /** Lets every call pass. */
  CallGuard NONE = () -> {};

  /**
   * Runs before each call, on its thread.
   *
   * @throws IllegalStateException where waiting for somebody else's server would do harm: inside a
   *     unit of work, or on a thread that serves all requests
   */
  void check();
}
