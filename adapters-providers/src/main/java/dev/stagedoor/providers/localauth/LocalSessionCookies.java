package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.SessionId;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.VerifiedIdentity;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.auth.port.SessionCookies;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Gives browsers a random token of a session of their own. */
final class LocalSessionCookies implements SessionCookies {
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(14);

  private final LocalTokenVerifier verifier;
  private final LocalSessionRepository sessions;
  private final Clock clock;
  private final Ids ids;
  private final Tokens tokens;

  LocalSessionCookies(
      LocalTokenVerifier verifier,
      LocalSessionRepository sessions,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    this.verifier = verifier;
    this.sessions = sessions;
    this.clock = clock;
    this.ids = ids;
    this.tokens = tokens;
  }

  @Override
  public Optional<Secret> open(Secret accessToken, Duration life) {
    if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a cookie lives 5 minutes to 14 days, not " + life);
    }
    try {
      return Optional.of(open(accessToken, verifier.alive(accessToken).subject(), life));
    } catch (BadTokenException bad) {
      return Optional.empty();
    }
  }

  /**
   * Opens a session, then checks the token again: what ended its session meanwhile ended all
   * others, but perhaps not this one.
   */
  private Secret open(Secret accessToken, String subject, Duration life) throws BadTokenException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Secret cookie = tokens.next();
    LocalSession session =
        new LocalSession(
            new SessionId(ids.next()),
            subject,
            SessionToken.COOKIE.hash(cookie),
            now,
            now.plus(life));
    sessions.open(session);
    try {
      verifier.alive(accessToken);
    } catch (BadTokenException bad) {
      sessions.revoke(subject, Optional.of(session.id()));
      throw bad;
    }
    return cookie;
  }

  @Override
  public TokenReading verify(Secret cookie) {
    return session(cookie)
        .<TokenReading>map(
            session ->
                new TokenReading.Valid(
                    new VerifiedIdentity(
                        new ProviderRef(LocalAuth.ID, session.subject()), session.expiresAt())))
        .orElseGet(() -> new TokenReading.Invalid("no session has this cookie"));
  }

  @Override
  public void close(Secret cookie) {
    session(cookie)
        .ifPresent(session -> sessions.revoke(session.subject(), Optional.of(session.id())));
  }

  private Optional<LocalSession> session(Secret cookie) {
    return sessions.findByToken(SessionToken.COOKIE.hash(cookie), clock.instant());
  }
}
