package dev.stagedoor.application.port;

import dev.stagedoor.application.jobs.Job;

/** Takes work to be done after the surrounding change is committed. */
public interface Outbox {
  /**
   * Adds a job in the open unit of work; it runs only if that commits, and then at least once. A
   * job of the same name and subject that still waits is kept, and the earlier of the two times
   * holds.
   */
  void add(Job job);
}
