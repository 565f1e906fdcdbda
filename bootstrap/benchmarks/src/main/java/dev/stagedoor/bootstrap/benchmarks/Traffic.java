package dev.stagedoor.bootstrap.benchmarks;

import java.nio.ByteBuffer;

/** What a load generator sends. Called by one thread alone. */
interface Traffic {
  /** Makes the next request: what to send, and what it is called in {@link #answered}. */
  Request next();

  /** Takes the status of an answer; 0 when the connection broke, so that nobody knows. */
  void answered(Request request, int status);

  /**
   * One request.
   *
   * @param number what the traffic knows it by
   * @param bytes the whole of it, as it goes over the wire
   */
  record Request(long number, Kind kind, ByteBuffer bytes) {}

  /** What a request is, and so how it must be answered. */
  enum Kind {
    NEW,
    DUPLICATE,
    FORGED
  }
}
