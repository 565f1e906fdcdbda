package dev.stagedoor.domain.services.port;

import java.time.Instant;

/** Remembers signed calls, so that none is taken twice. All methods need an open unit of work. */
public interface ServiceCallRecords {
  /**
   * Remembers a signature. Of concurrent calls with one signature exactly one is told that it is
   * new.
   *
   * @return whether it is new
   */
  boolean add(String signature, Instant signedAt);

  /** Forgets what was signed before a time. */
  void forget(Instant before);
}
