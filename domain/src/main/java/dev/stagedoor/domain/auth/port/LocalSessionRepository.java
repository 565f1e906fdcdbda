package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.Rotation;
import dev.stagedoor.domain.auth.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the sessions of the local provider. Each call is a transaction of its own; all are safe on
 * any number of instances.
 */
public interface LocalSessionRepository {
  /**
   * Opens a session. Does not fail where the identity was removed meanwhile, as by a sign-up that
   * overtook another: whoever opens one looks again afterwards.
   */
  void open(LocalSession session);

  /** Returns the session whose current token this is, when it is neither revoked nor over. */
  Optional<LocalSession> findByToken(String tokenHash, Instant now);

  /** Returns a session that is neither revoked nor over. */
  Optional<LocalSession> find(SessionId id, Instant now);

  /**
   * Replaces the session's token in one atomic step. A token that was replaced before revokes the
   * session: of two concurrent calls with one token, one rotates and the other finds it reused.
   */
  Rotation rotate(String tokenHash, String nextTokenHash, Instant now);

  /** Revokes one session, or with no id all of the subject's. Idempotent. */
  void revoke(String subject, Optional<SessionId> only);
}
