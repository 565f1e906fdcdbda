package dev.stagedoor.providers.firebase;

import static dev.stagedoor.domain.fixture.IdentitySamples.PASSWORD;
import static dev.stagedoor.domain.fixture.IdentitySamples.anIdentity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.contract.FailureClauses;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HttpLimits;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirebaseFailuresTest {
  private static final Duration LIFE = Duration.ofHours(1);

  private FirebaseWorld world = new FirebaseWorld(FirebaseWorld.ONCE);

  @AfterEach
  void close() {
    world.close();
  }

  private void patient() {
    world.close();
    world = new FirebaseWorld(HttpLimits.DEFAULT);
  }

  @Test
  void makingAnIdentityFailsByItsKind() {
    FailureClauses.eachIsThrown(world, () -> world.provider().identities().create(anIdentity()));
  }

  @Test
  void settingAPasswordFailsByItsKind() {
    String subject = world.anIdentity().subject();

    FailureClauses.eachIsThrown(
        world, () -> world.provider().identities().setPassword(subject, PASSWORD));
  }

  @Test
  void removingAnIdentityFailsByItsKind() {
    FailureClauses.eachIsThrown(world, () -> world.provider().identities().delete("nobody"));
  }

  @Test
  void settingClaimsFailsByItsKind() {
    String subject = world.anIdentity().subject();

    FailureClauses.eachIsThrown(
        world, () -> world.provider().claims().set(subject, IdentityClaims.family()));
  }

  @Test
  void signingInFailsByItsKind() {
    NewIdentity identity = world.anIdentity();

    FailureClauses.eachIsThrown(
        world, () -> world.provider().signIn().withPassword(identity.email(), PASSWORD));
  }

  @Test
  void refreshingFailsByItsKind() {
    SignedInTokens tokens = world.signedIn();

    FailureClauses.eachIsThrown(
        world, () -> world.provider().signIn().refresh(tokens.refreshToken()));
  }

  @Test
  void signingOutFailsByItsKind() {
    SignedInTokens tokens = world.signedIn();

    FailureClauses.eachIsThrown(
        world, () -> world.provider().signIn().signOut(tokens.accessToken()));
  }

  @Test
  void checkingATokenFailsByItsKindAndIsNoBadToken() {
    SignedInTokens tokens = world.signedIn();

    FailureClauses.eachIsThrown(
        world, () -> world.provider().tokens().verify(tokens.accessToken()));
  }

  @Test
  void openingACookieFailsByItsKind() {
    SignedInTokens tokens = world.signedIn();

    FailureClauses.eachIsThrown(
        world, () -> world.provider().cookies().open(tokens.accessToken(), LIFE));
  }

  @Test
  void checkingACookieFailsByItsKind() {
    SignedInTokens tokens = world.signedIn();
    Secret cookie = world.provider().cookies().open(tokens.accessToken(), LIFE).orElseThrow();

    FailureClauses.eachIsThrown(world, () -> world.provider().cookies().verify(cookie));
  }

  @ParameterizedTest
  @EnumSource(FarSideFailure.class)
  void keysThatCannotBeReadMakeNoTokenBad(FarSideFailure failure) {
    SignedInTokens tokens = world.signedIn();
    world.failAt("x509", failure);

    ProviderException thrown =
        catchThrowableOfType(
            ProviderException.class, () -> world.provider().tokens().verify(tokens.accessToken()));

    assertThat(thrown.kind()).isIn(failure.kinds());
    world.recover();
    assertThat(world.provider().tokens().verify(tokens.accessToken()))
        .isInstanceOf(TokenReading.Valid.class);
  }

  @ParameterizedTest
  @EnumSource(FarSideFailure.class)
  void aServiceAccountThatGetsNoAccessFailsByItsKind(FarSideFailure failure) {
    world.failAt("oauth2", failure);
    NewIdentity identity = anIdentity();

    ProviderException thrown =
        catchThrowableOfType(
            ProviderException.class, () -> world.provider().identities().create(identity));

    assertThat(thrown.kind()).isIn(failure.kinds());
    world.recover();
    assertThat(world.provider().identities().create(identity))
        .isInstanceOf(IdentityOutcome.Created.class);
  }

  @Test
  void repeatsAreOursAndTheSdkAddsNone() {
    patient();
    SignedInTokens tokens = world.signedIn();
    assertThat(world.provider().tokens().verify(tokens.accessToken()))
        .isInstanceOf(TokenReading.Valid.class);
    world.stub.failAt("accounts:lookup", FarSideFailure.EMPTY_503);

    assertThat(catchThrowable(() -> world.provider().tokens().verify(tokens.accessToken())))
        .isInstanceOf(ProviderException.class);

    assertThat(world.stub.failures()).isEqualTo(1 + HttpLimits.DEFAULT.repeats());
  }

  @Test
  void anIdentityWhoseAnswerWasLostIsMadeOnce() {
    patient();
    NewIdentity identity = anIdentity();
    world.stub.loseNextAnswerAt("/projects/" + FirebaseStub.PROJECT + "/accounts");

    IdentityOutcome outcome = world.provider().identities().create(identity);

    assertThat(outcome).isInstanceOf(IdentityOutcome.Created.class);
    assertThat(world.signedIn(identity).identity().value()).isEqualTo(identity.subject());
  }

  @Test
  void anotherApiKeyIsWhatAnOperatorMustMend() {
    NewIdentity identity = world.anIdentity();
    FirebaseConfig wrong =
        new FirebaseConfig(
            FirebaseStub.PROJECT,
            Secret.of("another"),
            FirebaseStub.serviceAccount(),
            null,
            world.stub.baseUrl());

    try (Firebase firebase = world.open(wrong, FirebaseWorld.ONCE)) {
      assertKind(
          Kind.UNAUTHORISED,
          () -> firebase.authProvider().signIn().withPassword(identity.email(), PASSWORD));
    }
  }

  @Test
  void aServiceAccountOfSomebodyElseIsWhatAnOperatorMustMend() {
    String stranger =
        FirebaseStub.serviceAccount().reveal().replace("stagedoor@stagedoor-stub", "somebody@else");
    FirebaseConfig wrong =
        new FirebaseConfig(
            FirebaseStub.PROJECT,
            FirebaseStub.API_KEY,
            Secret.of(stranger),
            null,
            world.stub.baseUrl());

    try (Firebase firebase = world.open(wrong, FirebaseWorld.ONCE)) {
      assertKind(
          Kind.UNAUTHORISED, () -> firebase.authProvider().identities().create(anIdentity()));
    }
  }

  private static void assertKind(Kind kind, ThrowingCallable call) {
    assertThat(catchThrowableOfType(ProviderException.class, call).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMAIL_NOT_FOUND",
        "INVALID_PASSWORD",
        "INVALID_LOGIN_CREDENTIALS",
        "MISSING_PASSWORD",
        "INVALID_EMAIL",
        "USER_DISABLED",
        "USER_DISABLED : The account was disabled."
      })
  void whoeverIsRefusedGetsTheSameAnswer(String message) {
    NewIdentity identity = world.anIdentity();
    world.stub.refuseSignIns(message);

    assertThat(world.provider().signIn().withPassword(identity.email(), PASSWORD))
        .isEqualTo(new SignInOutcome.Refused());
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_MANY_ATTEMPTS_TRY_LATER : Access to this account has been disabled., RATE_LIMITED",
    "QUOTA_EXCEEDED, RATE_LIMITED",
    "PASSWORD_LOGIN_DISABLED, UNAUTHORISED",
    "OPERATION_NOT_ALLOWED, UNAUTHORISED",
    "CONFIGURATION_NOT_FOUND, UNAUTHORISED",
    "SOMETHING_NEW, REJECTED",
    "words that are no code, REJECTED"
  })
  void whatIsNotAboutThePersonIsNoRefusal(String message, Kind kind) {
    NewIdentity identity = world.anIdentity();
    world.stub.refuseSignIns(message);

    assertKind(kind, () -> world.provider().signIn().withPassword(identity.email(), PASSWORD));
  }

  @Test
  void aDisabledAccountIsSignedOutEverywhere() {
    NewIdentity identity = world.anIdentity();
    SignedInTokens tokens = world.signedIn(identity);
    Secret cookie = world.provider().cookies().open(tokens.accessToken(), LIFE).orElseThrow();
    world.stub.disable(identity.subject());

    assertThat(world.provider().tokens().verify(tokens.accessToken()))
        .isEqualTo(new TokenReading.Invalid("USER_DISABLED"));
    assertThat(world.provider().cookies().verify(cookie))
        .isEqualTo(new TokenReading.Invalid("USER_DISABLED"));
    assertThat(world.provider().signIn().refresh(tokens.refreshToken()))
        .isEqualTo(new SignInOutcome.Refused());
    assertThat(world.provider().signIn().withPassword(identity.email(), PASSWORD))
        .isEqualTo(new SignInOutcome.Refused());
  }

  @Test
  void bothEndsOfACookiesLifeAreTaken() {
    SignedInTokens tokens = world.signedIn();

    assertThat(world.provider().cookies().open(tokens.accessToken(), Duration.ofMinutes(5)))
        .isPresent();
    assertThat(world.provider().cookies().open(tokens.accessToken(), Duration.ofDays(14)))
        .isPresent();
  }

  @Test
  void whereTheProcessIsSetToAnEmulatorNoTokenIsTakenAndNoProviderOpened() {
    SignedInTokens tokens = world.signedIn();
    Emulation.enter("127.0.0.1:1");
    try {
      assertThat(catchThrowable(() -> world.provider().tokens().verify(tokens.accessToken())))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("FIREBASE_AUTH_EMULATOR_HOST");
      assertThat(catchThrowable(() -> world.open(world.stub.config(), FirebaseWorld.ONCE)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("stagedoor.providers.firebase.emulator-host must ");
      assertThat(world.stub.config().unfitForProduction())
          .contains("environment variable FIREBASE_AUTH_EMULATOR_HOST is set");
    } finally {
      Emulation.leave();
    }
    assertThat(world.provider().tokens().verify(tokens.accessToken()))
        .isInstanceOf(TokenReading.Valid.class);
  }
}
