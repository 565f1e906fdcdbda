package dev.stagedoor.domain.ticketing.port;

import dev.stagedoor.domain.ticketing.CrossAppSession;
import java.time.Instant;
import java.util.Optional;

/** Keeps sessions between applications. All methods need an open unit of work. */
public interface CrossAppSessionRepository {
  void add(CrossAppSession session);

  /**
   * Finds the session of a token, and locks it until the unit of work ends; one that was exchanged
   * already, which is so for good, it only finds.
   */
  Optional<CrossAppSession> lockByToken(String tokenHash);

  /** Finds and locks the session of a reference until the unit of work ends. */
  Optional<CrossAppSession> lockByReference(String referenceHash);

  /** Updates a session that is locked. */
  void save(CrossAppSession session);

  /** Removes sessions whose time was over before a moment, and returns how many. */
  int purge(Instant before);
}
