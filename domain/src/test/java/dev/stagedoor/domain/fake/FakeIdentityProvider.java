package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.Rotation;
import dev.stagedoor.domain.auth.SessionId;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.VerifiedIdentity;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.Identities;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.auth.port.SessionCookies;
import dev.stagedoor.domain.auth.port.SignIn;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider in memory, which keeps passwords as they are and can be made to fail. Its
 * sessions are the local provider's, told apart by the first word of their token.
 */
public final class FakeIdentityProvider {
  public static final ProviderId ID = new ProviderId("fake");
  public static final Duration ACCESS_LIFE = Duration.ofMinutes(15);
  public static final Duration REFRESH_LIFE = Duration.ofDays(30);

  static final String KEY = "the fake's key";
  static final String ALGORITHM = "fake";
  static final String ISSUER = "fake issuer";
  static final String AUDIENCE = "fake audience";

  private final Clock clock;
  private final LocalSessionRepository sessions = new InMemoryLocalSessionRepository();
  private final CredentialRepository credentials = new InMemoryCredentialRepository(sessions);
  private volatile ProviderException.@Nullable Kind failure;

  public FakeIdentityProvider(Clock clock) {
    this.clock = clock;
  }

  public AuthProvider provider() {
    return new AuthProvider(
        ID, new FakeIdentities(), new FakeSignIn(), this::verify, new FakeCookies(), this::claim);
  }

  /** Makes every call fail until {@link #recover()}; nothing is done then. */
  public void failWith(ProviderException.Kind kind) {
    failure = kind;
  }

  public void recover() {
    failure = null;
  }

  /** Tells whether there is an identity of that subject. */
  public boolean knows(String subject) {
    return credentials.find(subject).isPresent();
  }

  /** Reads what a client reads in a token. */
  public IdentityClaims claimsIn(Secret accessToken) {
    return FakeAccessToken.read(accessToken.reveal(), KEY).orElseThrow().claims();
  }

  private void mustBeUp() {
    if (failure != null) {
      throw failed(failure, "made to fail");
    }
  }

  private static ProviderException failed(ProviderException.Kind kind, String what) {
    return new ProviderException(ID, kind, what);
  }

  private PasswordCredential credential(String subject) {
    return credentials
        .find(subject)
        .orElseThrow(() -> failed(ProviderException.Kind.REJECTED, "no such subject"));
  }

  private static ProviderRef ref(String subject) {
    return new ProviderRef(ID, subject);
  }

  private void claim(String subject, IdentityClaims claims) {
    mustBeUp();
    PasswordCredential read = credential(subject);
    while (!credentials.update(read, read.passwordHash(), claims)) {
      read = credential(subject);
    }
  }

  private TokenReading verify(Secret accessToken) {
    mustBeUp();
    return alive(accessToken)
        .<TokenReading>map(
            token ->
                new TokenReading.Valid(
                    new VerifiedIdentity(ref(token.subject()), token.expiresAt().orElseThrow())))
        .orElseGet(() -> new TokenReading.Invalid("not a token of the fake's, or over"));
  }

  private Optional<FakeAccessToken> alive(Secret accessToken) {
    Instant now = clock.instant();
    return FakeAccessToken.read(accessToken.reveal(), KEY)
        .filter(token -> token.algorithm().equals(ALGORITHM))
        .filter(token -> token.issuer().equals(ISSUER))
        .filter(token -> token.audience().equals(AUDIENCE))
        .filter(token -> token.expiresAt().filter(now::isBefore).isPresent())
        .filter(token -> sessions.find(sessionId(token), now).isPresent());
  }

  private static SessionId sessionId(FakeAccessToken token) {
    return new SessionId(UUID.fromString(token.session()));
  }

  private final class FakeIdentities implements Identities {
    @Override
    public IdentityOutcome create(NewIdentity identity) {
      mustBeUp();
      PasswordCredential holder =
          credentials.addIfAbsent(
              new PasswordCredential(
                  identity.subject(),
                  identity.email(),
                  identity.displayName(),
                  identity.password().map(Secret::reveal),
                  IdentityClaims.of(Role.USER)));
      if (!holder.email().equals(identity.email())) {
        throw failed(ProviderException.Kind.REJECTED, "the subject has another address");
      }
      return holder.subject().equals(identity.subject())
          ? new IdentityOutcome.Created(ref(holder.subject()))
          : new IdentityOutcome.EmailTaken(ref(holder.subject()));
    }

    @Override
    public void setPassword(String subject, Secret password) {
      mustBeUp();
      PasswordCredential read = credential(subject);
      while (!credentials.update(read, Optional.of(password.reveal()), read.claims())) {
        read = credential(subject);
      }
      sessions.revoke(subject, Optional.empty());
    }

    @Override
    public void delete(String subject) {
      mustBeUp();
      credentials.delete(subject);
    }
  }

  private final class FakeSignIn implements SignIn {
    @Override
    public SignInOutcome withPassword(EmailAddress email, Secret password) {
      mustBeUp();
      return credentials
          .findByEmail(email)
          .filter(known -> known.passwordHash().equals(Optional.of(password.reveal())))
          .<SignInOutcome>map(known -> signedIn(known, opened(known.subject())))
          .orElseGet(SignInOutcome.Refused::new);
    }

    private LocalSession opened(String subject) {
      Instant now = clock.instant();
      LocalSession session =
          new LocalSession(
              new SessionId(UUID.randomUUID()),
              subject,
              aToken("refresh"),
              now,
              now.plus(REFRESH_LIFE));
      sessions.open(session);
      return session;
    }

    private SignInOutcome.SignedIn signedIn(PasswordCredential who, LocalSession session) {
      Instant expiresAt = clock.instant().plus(ACCESS_LIFE);
      String accessToken =
          new FakeAccessToken(
                  ALGORITHM,
                  ISSUER,
                  AUDIENCE,
                  Optional.of(expiresAt),
                  who.subject(),
                  session.id().value().toString(),
                  who.claims())
              .sign(KEY);
      return new SignInOutcome.SignedIn(
          new SignedInTokens(
              ref(who.subject()),
              Secret.of(accessToken),
              expiresAt,
              Secret.of(session.tokenHash())));
    }

    @Override
    public SignInOutcome refresh(Secret refreshToken) {
      mustBeUp();
      if (!refreshToken.reveal().startsWith("refresh.")) {
        return new SignInOutcome.Refused();
      }
      return sessions
          .rotate(refreshToken.reveal(), aToken("refresh"), clock.instant())
          .match(
              new Rotation.Cases<>() {
                @Override
                public SignInOutcome rotated(Rotation.Rotated rotated) {
                  LocalSession session = rotated.session();
                  return signedIn(credential(session.subject()), session);
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
      mustBeUp();
      alive(accessToken)
          .ifPresent(token -> sessions.revoke(token.subject(), Optional.of(sessionId(token))));
    }
  }

  private final class FakeCookies implements SessionCookies {
    @Override
    public Optional<Secret> open(Secret accessToken, Duration life) {
      mustBeUp();
      if (life.compareTo(Duration.ofMinutes(5)) < 0 || life.compareTo(Duration.ofDays(14)) > 0) {
        throw new IllegalArgumentException("a cookie lives 5 minutes to 14 days, not " + life);
      }
      Instant now = clock.instant();
      return alive(accessToken)
          .map(
              token -> {
                String cookie = aToken("cookie");
                sessions.open(
                    new LocalSession(
                        new SessionId(UUID.randomUUID()),
                        token.subject(),
                        cookie,
                        now,
                        now.plus(life)));
                return Secret.of(cookie);
              });
    }

    @Override
    public TokenReading verify(Secret cookie) {
      mustBeUp();
      return session(cookie)
          .<TokenReading>map(
              session ->
                  new TokenReading.Valid(
                      new VerifiedIdentity(ref(session.subject()), session.expiresAt())))
          .orElseGet(() -> new TokenReading.Invalid("not a cookie of the fake's, or over"));
    }

    private Optional<LocalSession> session(Secret cookie) {
      return cookie.reveal().startsWith("cookie.")
          ? sessions.findByToken(cookie.reveal(), clock.instant())
          : Optional.empty();
    }

    @Override
    public void close(Secret cookie) {
      mustBeUp();
      session(cookie)
          .ifPresent(session -> sessions.revoke(session.subject(), Optional.of(session.id())));
    }
  }

  private static String aToken(String kind) {
    return kind + "." + UUID.randomUUID();
  }
}
