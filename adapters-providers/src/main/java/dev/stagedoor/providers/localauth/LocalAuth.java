package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Tokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Puts the local identity provider together. */
public final class LocalAuth {
  public static final ProviderId ID = new ProviderId("local");

  // A hash takes some 30 ms; who has not had a turn by then is better told to come back.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private LocalAuth() {}

  /** Opens the provider on where identities and sessions are kept. There is nothing to close. */
  public static AuthProvider open(
      LocalAuthConfig config,
      CredentialRepository credentials,
      LocalSessionRepository sessions,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    return open(
        config,
        new Argon2Passwords(
            config.cost(),
            new Semaphore(config.concurrentHashes(), true),
            PATIENCE,
            new SecureRandom()),
        credentials,
        sessions,
        clock,
        ids,
        tokens);
  }

  static AuthProvider open(
      LocalAuthConfig config,
      Argon2Passwords passwords,
      CredentialRepository credentials,
      LocalSessionRepository sessions,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    AccessTokens accessTokens = new AccessTokens(config, ids);
    LocalSessions opened = new LocalSessions(sessions, clock, ids, tokens);
    LocalTokenVerifier verifier = new LocalTokenVerifier(accessTokens, sessions, clock);
    return new AuthProvider(
        ID,
        new LocalIdentities(credentials, sessions, passwords),
        new LocalSignIn(
            credentials,
            opened,
            passwords,
            accessTokens,
            verifier,
            config.refreshLife(),
            clock,
            tokens),
        verifier,
        new LocalSessionCookies(verifier, opened),
        new LocalClaims(credentials));
  }
}
