package dev.stagedoor.providers.localauth;

import static dev.stagedoor.domain.fixture.IdentitySamples.PASSWORD;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.passwords;
import static dev.stagedoor.providers.localauth.LocalAuthWorld.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.PasswordCredential;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.Rotation;
import dev.stagedoor.domain.auth.SessionId;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens when something else happens between two steps. */
class LocalAuthRacesTest {
  private static final Secret NEXT_PASSWORD = Secret.of("staple staple staple");

  private final LocalAuthWorld world = new LocalAuthWorld();
  private final NewIdentity identity = world.anIdentity();

  /** Does something just before a session is opened, and remembers which ones were. */
  private static final class Interrupted implements LocalSessionRepository {
    private final LocalSessionRepository sessions;
    private final Runnable meanwhile;
    private final List<LocalSession> opened = new ArrayList<>();

    Interrupted(LocalSessionRepository sessions, Runnable meanwhile) {
      this.sessions = sessions;
      this.meanwhile = meanwhile;
    }

    @Override
    public void open(LocalSession session) {
      meanwhile.run();
      opened.add(session);
      sessions.open(session);
    }

    @Override
    public Optional<LocalSession> findByToken(String tokenHash, Instant now) {
      return sessions.findByToken(tokenHash, now);
    }

    @Override
    public Optional<LocalSession> find(SessionId id, Instant now) {
      return sessions.find(id, now);
    }

    @Override
    public Rotation rotate(String tokenHash, String nextTokenHash, Instant now) {
      return sessions.rotate(tokenHash, nextTokenHash, now);
    }

    @Override
    public void revoke(String subject, Optional<SessionId> only) {
      sessions.revoke(subject, only);
    }
  }

  private SignInOutcome signInWhile(Interrupted sessions) {
    return world
        .open(world.credentials, sessions)
        .signIn()
        .withPassword(identity.email(), PASSWORD);
  }

  private void assertNoSessionIsLeft(Interrupted sessions) {
    assertThat(sessions.opened).hasSize(1);
    assertThat(world.sessions.find(sessions.opened.get(0).id(), NOW)).isEmpty();
  }

  @Test
  void anOldPasswordDoesNotGetInWhileItIsReplaced() {
    Interrupted sessions =
        new Interrupted(
            world.sessions,
            () -> world.provider.identities().setPassword(identity.subject(), NEXT_PASSWORD));

    assertThat(signInWhile(sessions)).isEqualTo(new SignInOutcome.Refused());

    assertNoSessionIsLeft(sessions);
  }

  @Test
  void nobodyGetsInWhileTheIdentityIsDeleted() {
    Interrupted sessions =
        new Interrupted(
            world.sessions, () -> world.provider.identities().delete(identity.subject()));

    assertThat(signInWhile(sessions)).isEqualTo(new SignInOutcome.Refused());

    assertNoSessionIsLeft(sessions);
  }

  @Test
  void theSamePasswordHashedAnewMeanwhileStillGetsIn() {
    Interrupted sessions =
        new Interrupted(
            world.sessions,
            () ->
                tokens(
                    world
                        .open(passwords(new Argon2Cost(128, 1, 1)))
                        .signIn()
                        .withPassword(identity.email(), PASSWORD)));

    tokens(signInWhile(sessions));
  }

  @Test
  void claimsSetWhileSigningInAreInTheToken() {
    Interrupted sessions =
        new Interrupted(
            world.sessions,
            () -> world.provider.claims().set(identity.subject(), IdentityClaims.of(Role.TEACHER)));

    Secret token = tokens(signInWhile(sessions)).accessToken();

    assertThat(LocalAuthWorld.claims(token).getClaim("role")).isEqualTo("teacher");
  }

  @Test
  void noCookieSurvivesTheEndOfAllSessionsWhileItIsOpened() {
    SignedInTokens tokens = world.signedIn(identity.email());
    Interrupted sessions =
        new Interrupted(
            world.sessions,
            () ->
                world
                    .provider
                    .identities()
                    .setPassword(identity.subject(), Secret.of("another password")));

    Optional<Secret> cookie =
        world
            .open(world.credentials, sessions)
            .cookies()
            .open(tokens.accessToken(), Duration.ofHours(1));

    assertThat(cookie).isEmpty();
    assertNoSessionIsLeft(sessions);
  }

  /** Does something once, between the reading of an identity and its update. */
  private static final class Overtaken implements CredentialRepository {
    private final CredentialRepository credentials;
    private Runnable meanwhile;

    Overtaken(CredentialRepository credentials, Runnable meanwhile) {
      this.credentials = credentials;
      this.meanwhile = meanwhile;
    }

    @Override
    public boolean update(
        PasswordCredential read, Optional<String> passwordHash, IdentityClaims claims) {
      Runnable now = meanwhile;
      meanwhile = () -> {};
      now.run();
      return credentials.update(read, passwordHash, claims);
    }

    @Override
    public PasswordCredential addIfAbsent(PasswordCredential credential) {
      return credentials.addIfAbsent(credential);
    }

    @Override
    public Optional<PasswordCredential> find(String subject) {
      return credentials.find(subject);
    }

    @Override
    public Optional<PasswordCredential> findByEmail(EmailAddress email) {
      return credentials.findByEmail(email);
    }

    @Override
    public void delete(String subject) {
      credentials.delete(subject);
    }
  }

  private AuthProvider overtakenBy(Runnable meanwhile) {
    return world.open(new Overtaken(world.credentials, meanwhile), world.sessions);
  }

  @Test
  void aNewPasswordDoesNotUndoClaims() {
    overtakenBy(
            () -> world.provider.claims().set(identity.subject(), IdentityClaims.of(Role.TEACHER)))
        .identities()
        .setPassword(identity.subject(), NEXT_PASSWORD);

    PasswordCredential stored = world.credentials.find(identity.subject()).orElseThrow();
    assertThat(stored.claims()).isEqualTo(IdentityClaims.of(Role.TEACHER));
    tokens(world.provider.signIn().withPassword(identity.email(), NEXT_PASSWORD));
  }

  @Test
  void claimsDoNotUndoANewPassword() {
    overtakenBy(() -> world.provider.identities().setPassword(identity.subject(), NEXT_PASSWORD))
        .claims()
        .set(identity.subject(), IdentityClaims.of(Role.TEACHER));

    assertThat(world.provider.signIn().withPassword(identity.email(), PASSWORD))
        .isEqualTo(new SignInOutcome.Refused());
    Secret token =
        tokens(world.provider.signIn().withPassword(identity.email(), NEXT_PASSWORD)).accessToken();
    assertThat(LocalAuthWorld.claims(token).getClaim("role")).isEqualTo("teacher");
  }

  @Test
  void hashingAnewAtSignInDoesNotUndoANewPassword() {
    Overtaken credentials =
        new Overtaken(
            world.credentials,
            () -> world.provider.identities().setPassword(identity.subject(), NEXT_PASSWORD));
    AuthProvider costlier =
        LocalAuth.open(
            LocalAuthConfig.withSigningKey(LocalAuthWorld.KEY),
            passwords(new Argon2Cost(128, 1, 1)),
            credentials,
            world.sessions,
            world.clock,
            UUID::randomUUID,
            LocalAuthWorld.randomTokens());

    assertThat(costlier.signIn().withPassword(identity.email(), PASSWORD))
        .isEqualTo(new SignInOutcome.Refused());

    tokens(world.provider.signIn().withPassword(identity.email(), NEXT_PASSWORD));
  }

  @Test
  void aRefreshTokenIsStillGoodWhenItsIdentityCouldNotBeRead() {
    SignedInTokens tokens = world.signedIn(identity.email());
    AuthProvider broken = world.open(new InaccessibleCredentials(), world.sessions);

    assertThatThrownBy(() -> broken.signIn().refresh(tokens.refreshToken()))
        .isInstanceOf(IllegalStateException.class);

    tokens(world.provider.signIn().refresh(tokens.refreshToken()));
  }

  private static final class InaccessibleCredentials implements CredentialRepository {
    @Override
    public PasswordCredential addIfAbsent(PasswordCredential credential) {
      throw new IllegalStateException("no database");
    }

    @Override
    public Optional<PasswordCredential> find(String subject) {
      throw new IllegalStateException("no database");
    }

    @Override
    public Optional<PasswordCredential> findByEmail(EmailAddress email) {
      throw new IllegalStateException("no database");
    }

    @Override
    public boolean update(
        PasswordCredential read, Optional<String> passwordHash, IdentityClaims claims) {
      throw new IllegalStateException("no database");
    }

    @Override
    public void delete(String subject) {
      throw new IllegalStateException("no database");
    }
  }
}
