package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.VerifiedIdentity;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.auth.port.TokenVerifier;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Clock;
import java.time.Instant;

/** Checks access tokens, and that their session is still open: signing out works at once. */
final class LocalTokenVerifier implements TokenVerifier {
  private final AccessTokens tokens;
  private final LocalSessionRepository sessions;
  private final Clock clock;

  LocalTokenVerifier(AccessTokens tokens, LocalSessionRepository sessions, Clock clock) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public TokenReading verify(Secret accessToken) {
    try {
      AccessTokens.Content content = alive(accessToken);
      return new TokenReading.Valid(
          new VerifiedIdentity(
              new ProviderRef(LocalAuth.ID, content.subject()), content.expiresAt()));
    } catch (BadTokenException bad) {
      return new TokenReading.Invalid(String.valueOf(bad.getMessage()));
    }
  }

  /** Reads a token whose session is open. */
  AccessTokens.Content alive(Secret accessToken) throws BadTokenException {
    Instant now = clock.instant();
    AccessTokens.Content content = tokens.read(accessToken, now);
    if (!isOpen(content, now)) {
      throw new BadTokenException("its session is over");
    }
    return content;
  }

  private boolean isOpen(AccessTokens.Content content, Instant now) {
    return sessions
        .find(content.session(), now)
        .filter(session -> session.subject().equals(content.subject()))
        .isPresent();
  }
}
