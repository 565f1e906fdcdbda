package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.Rotation;
import dev.stagedoor.domain.auth.SessionId;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Opens and ends sessions of either kind, and finds them by the token their holder has. */
final class LocalSessions {
  private final LocalSessionRepository sessions;
  private final Clock clock;
  private final Ids ids;
  private final Tokens tokens;

  LocalSessions(LocalSessionRepository sessions, Clock clock, Ids ids, Tokens tokens) {
    this.sessions = sessions;
    this.clock = clock;
    this.ids = ids;
    this.tokens = tokens;
  }

  /** A session that was just opened, and the token it is found by. */
  record Opened(LocalSession session, Secret token) {}

  /**
   * Opens a session. What allowed it must be checked again afterwards: whatever ended all sessions
   * meanwhile did not end this one.
   */
  Opened open(String subject, SessionToken kind, Duration life) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Secret token = tokens.next();
    LocalSession session =
        new LocalSession(new SessionId(ids.next()), subject, kind.hash(token), now, now.plus(life));
    sessions.open(session);
    return new Opened(session, token);
  }

  Optional<LocalSession> find(SessionToken kind, Secret token) {
    return sessions.findByToken(kind.hash(token), clock.instant());
  }

  /** Replaces the refresh token of a session; of concurrent calls with one token, one does. */
  Rotation rotate(Secret token, Secret next) {
    return sessions.rotate(
        SessionToken.REFRESH.hash(token), SessionToken.REFRESH.hash(next), clock.instant());
  }

  void end(String subject, SessionId session) {
    sessions.revoke(subject, Optional.of(session));
  }
}
