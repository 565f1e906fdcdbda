package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.Rotation;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.SignIn;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Signs in against stored password hashes; a session is a family of refresh tokens. */
final class LocalSignIn implements SignIn {
  private final CredentialRepository credentials;
  private final LocalSessions sessions;
  private final Argon2Passwords passwords;
  private final AccessTokens accessTokens;
  private final LocalTokenVerifier verifier;
  private final Duration refreshLife;
  private final Clock clock;
  private final Tokens tokens;

  LocalSignIn(
      CredentialRepository credentials,
      LocalSessions sessions,
      Argon2Passwords passwords,
      AccessTokens accessTokens,
      LocalTokenVerifier verifier,
      Duration refreshLife,
      Clock clock,
      Tokens tokens) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.passwords = passwords;
    this.accessTokens = accessTokens;
    this.verifier = verifier;
    this.refreshLife = refreshLife;
    this.clock = clock;
    this.tokens = tokens;
  }

  @Override
  public SignInOutcome withPassword(EmailAddress email, Secret password) {
    Optional<PasswordCredential> known = credentials.findByEmail(email);
    Optional<String> hash = known.flatMap(PasswordCredential::passwordHash);
    if (known.isEmpty() || hash.isEmpty()) {
      passwords.pretend();
      return new SignInOutcome.Refused();
    }
    PasswordCredential who = known.get();
    Argon2Passwords.Check check = passwords.check(password, hash.get());
    if (!check.matches()) {
      return new SignInOutcome.Refused();
    }
    check.better().ifPresent(better -> credentials.update(who, Optional.of(better), who.claims()));
    return open(who.subject(), password, check.better().or(() -> hash));
  }

  /**
   * Opens a session, then looks again: where the password was changed or the identity removed since
   * it was checked, that revoked all sessions but perhaps not this one.
   */
  private SignInOutcome open(String subject, Secret password, Optional<String> checked) {
    LocalSessions.Opened opened = sessions.open(subject, SessionToken.REFRESH, refreshLife);
    LocalSession session = opened.session();
    Optional<PasswordCredential> who =
        credentials
            .find(subject)
            .filter(found -> found.passwordHash().equals(checked) || isPasswordOf(found, password));
    if (who.isEmpty()) {
      sessions.end(subject, session.id());
      return new SignInOutcome.Refused();
    }
    return signedIn(who.get(), session, opened.token(), session.createdAt());
  }

  private boolean isPasswordOf(PasswordCredential who, Secret password) {
    return who.passwordHash().filter(hash -> passwords.check(password, hash).matches()).isPresent();
  }

  @Override
  public SignInOutcome refresh(Secret refreshToken) {
    // Read before the token is used up: if this fails, the token is still good.
    Optional<PasswordCredential> who =
        sessions
            .find(SessionToken.REFRESH, refreshToken)
            .flatMap(session -> credentials.find(session.subject()));
    Secret next = tokens.next();
    return sessions
        .rotate(refreshToken, next)
        .match(
            new Rotation.Cases<>() {
              @Override
              public SignInOutcome rotated(Rotation.Rotated rotated) {
                return who.map(found -> signedIn(found, rotated.session(), next, clock.instant()))
                    .orElseGet(SignInOutcome.Refused::new);
              }

              @Override
              public SignInOutcome reused(Rotation.Reused reused) {
                return new SignInOutcome.Reused(reused.session());
              }

              @Override
              public SignInOutcome unknown(Rotation.Unknown unknown) {
                return new SignInOutcome.Refused();
              }
            });
  }

  @Override
  public void signOut(Secret accessToken) {
    try {
      AccessTokens.Content content = verifier.alive(accessToken);
      sessions.end(content.subject(), content.session());
    } catch (BadTokenException bad) {
      return; // Whoever sent it is signed out as it is.
    }
  }

  private SignInOutcome signedIn(
      PasswordCredential who, LocalSession session, Secret refreshToken, Instant now) {
    AccessTokens.Minted access = accessTokens.mint(who, session, now);
    return new SignInOutcome.SignedIn(
        new SignedInTokens(
            new ProviderRef(LocalAuth.ID, who.subject()),
            access.token(),
            access.expiresAt(),
            refreshToken));
  }
}
