package dev.stagedoor.application.port;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers the answers to requests that carried an {@code Idempotency-Key}. Each call is a
 * transaction of its own.
 */
public interface IdempotencyRecords {
  /** What was asked: whose key it is (principal, method, path), and a hash of the body. */
  record Request(String scope, String key, String bodyHash) {}

  /** The answer that is replayed. */
  @SuppressWarnings("ArrayRecordComponent") // answers are replayed, never compared
  record Answer(int status, String contentType, byte[] body) {}

  /** What is known of a request. */
  enum State {
    /** Nobody had this key; the caller now holds it and must finish or release it. */
    STARTED,
    RUNNING,
    FINISHED,
    /** The key was used with another body. */
    OTHER_BODY
  }

  /** What is known of a request, with the answer when it is finished. */
  record Known(State state, Optional<Answer> answer) {}

  /**
   * Takes the key, or tells what is known of it. Of any number of concurrent calls exactly one gets
   * {@code STARTED}. Records older than {@code expired} do not count.
   */
  Known start(Request request, Instant now, Instant expired);

  /** Keeps the answer. Does nothing when the request holds its key no more. */
  void finish(Request request, Answer answer);

  /**
   * Gives the key back, for an answer that is not to be kept. Does nothing when the request holds
   * its key no more.
   */
  void release(Request request);

  /** Removes records older than {@code expired}; returns how many. */
  int purge(Instant expired);
}
