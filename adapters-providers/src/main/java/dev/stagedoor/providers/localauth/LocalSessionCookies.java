package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.VerifiedIdentity;
import dev.stagedoor.domain.auth.port.SessionCookies;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.util.Optional;

/** Gives browsers a random token of a session of their own. */
final class LocalSessionCookies implements SessionCookies {
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(14);

  private final LocalTokenVerifier verifier;
  private final LocalSessions sessions;

  LocalSessionCookies(LocalTokenVerifier verifier, LocalSessions sessions) {
    this.verifier = verifier;
    this.sessions = sessions;
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
    LocalSessions.Opened opened = sessions.open(subject, SessionToken.COOKIE, life);
    try {
      verifier.alive(accessToken);
    } catch (BadTokenException bad) {
      sessions.end(subject, opened.session().id());
      throw bad;
    }
    return opened.token();
  }

  @Override
  public TokenReading verify(Secret cookie) {
    return sessions
        .find(SessionToken.COOKIE, cookie)
        .<TokenReading>map(
            session ->
                new TokenReading.Valid(
                    new VerifiedIdentity(
                        new ProviderRef(LocalAuth.ID, session.subject()), session.expiresAt())))
        .orElseGet(() -> new TokenReading.Invalid("no session has this cookie"));
  }

  @Override
  public void close(Secret cookie) {
    sessions
        .find(SessionToken.COOKIE, cookie)
        .ifPresent(session -> sessions.end(session.subject(), session.id()));
  }
}
