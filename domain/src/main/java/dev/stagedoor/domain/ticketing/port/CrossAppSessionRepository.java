package dev.stagedoor.domain.ticketing.port;

import dev.stagedoor.domain.ticketing.CrossAppSession;
import java.time.Instant;
import java.util.Optional;

/** Keeps sessions between applications. All methods need an open unit of work. */
public interface CrossAppSessionRepository {
  void add(CrossAppSession session);

  /** Finds and locks the session of a token until the unit of work ends, exchanged or not. */
  Optional<CrossAppSession> lockByToken(String tokenHash);

  /** Finds and locks the session of a reference until the unit of work ends. */
  Optional<CrossAppSession> lockByReference(String referenceHash);

  /** Updates a session that is locked. */
  void save(CrossAppSession session);

  /** Removes sessions whose time was over before a moment, and returns how many. */
  int purge(Instant before);
}
