package dev.stagedoor.application.port;

/** Tells readers on every instance what changed. */
public interface LiveUpdates {
  /**
   * Appends an update to the log in the open unit of work. It reaches every reader connected to any
   * instance after the commit, in commit order, and readers that reconnect within five minutes.
   */
  void publish(LiveUpdate update);
}
