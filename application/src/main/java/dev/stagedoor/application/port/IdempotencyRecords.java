package dev.stagedoor.application.port;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers the answers to requests that carried an {@code Idempotency-Key}. Each call is a
 * transaction of its own.
 *
 * <p>Whoever starts a request holds its key on a lease, so that a key whose holder died is not
 * lost: once the lease is over, the next to ask takes the key, and what the former holder still
 * says of it is refused.
 */
public interface IdempotencyRecords {
  /**
   * What was asked: whose key it is (principal, method, path), and a hash of the body. Bodies hold
   * what can be guessed, as PINs are; a store that others may read must keep the hash such that it
   * cannot be compared without a secret of the server.
   */
  record Request(String scope, String key, String bodyHash) {}

  /**
   * One try at a request.
   *
   * @param holder who tries; every try has another
   * @param heldUntil the end of the lease
   * @param keptUntil when the request is forgotten, answered or not
   */
  record Attempt(Request request, UUID holder, Instant at, Instant heldUntil, Instant keptUntil) {}

  /** The answer that is replayed. */
  @SuppressWarnings("ArrayRecordComponent") // answers are replayed, never compared
  record Answer(int status, String contentType, byte[] body) {}

  /** What is known of a request. */
  enum State {
    /** Nobody holds this key; now the caller does, and must finish or release it. */
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
   * {@code STARTED}. A request that ran until its lease was over may be taken by the same body
   * only; what is no longer kept does not count.
   */
  Known start(Attempt attempt);

  /**
   * Puts off the end of the lease, for a request that takes long. Does nothing when the attempt
   * holds its key no more.
   */
  void renew(Attempt attempt, Instant heldUntil);

  /** Keeps the answer. Does nothing when the attempt holds its key no more. */
  void finish(Attempt attempt, Answer answer);

  /**
   * Gives the key back, for an answer that is not to be kept. Does nothing when the attempt holds
   * its key no more.
   */
  void release(Attempt attempt);

  /** Removes what is kept no longer; returns how many records that were. */
  int purge(Instant now);
}
