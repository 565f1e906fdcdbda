package dev.stagedoor.providers.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.fixture.IdentitySamples;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.firebase.FirebaseCodes.Meaning;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirebaseCodesTest {
  @ParameterizedTest
  @CsvSource({
    "EMAIL_NOT_FOUND, REFUSED",
    "INVALID_PASSWORD, REFUSED",
    "INVALID_LOGIN_CREDENTIALS, REFUSED",
    "MISSING_PASSWORD, REFUSED",
    "INVALID_EMAIL, REFUSED",
    "USER_DISABLED, REFUSED",
    "USER_NOT_FOUND, REFUSED",
    "TOKEN_EXPIRED, REFUSED",
    "INVALID_ID_TOKEN, REFUSED",
    "INVALID_REFRESH_TOKEN, REFUSED",
    "MISSING_REFRESH_TOKEN, REFUSED",
    "WEAK_PASSWORD, BAD_PASSWORD",
    "PASSWORD_DOES_NOT_MEET_REQUIREMENTS, BAD_PASSWORD",
    "TOO_MANY_ATTEMPTS_TRY_LATER, THROTTLED",
    "QUOTA_EXCEEDED, THROTTLED",
    "API_KEY_INVALID, MISCONFIGURED",
    "ADMIN_ONLY_OPERATION, MISCONFIGURED",
    "CONFIGURATION_NOT_FOUND, MISCONFIGURED",
    "INSUFFICIENT_PERMISSION, MISCONFIGURED",
    "INVALID_PROJECT_ID, MISCONFIGURED",
    "OPERATION_NOT_ALLOWED, MISCONFIGURED",
    "PASSWORD_LOGIN_DISABLED, MISCONFIGURED",
    "PROJECT_NOT_FOUND, MISCONFIGURED",
    "PROJECT_NUMBER_MISMATCH, MISCONFIGURED",
    "EMAIL_EXISTS, OTHER",
    "INVALID_GRANT_TYPE, OTHER",
    "SOMETHING_NEW, OTHER"
  })
  void eachCodeHasItsMeaning(String code, Meaning meaning) {
    assertThat(FirebaseCodes.meaning(code)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345"})
  void aPasswordThatFirebaseTakesFromNobodyIsNamed(String password) {
    try (FirebaseWorld world = new FirebaseWorld(FirebaseWorld.ONCE)) {
      NewIdentity known = world.anIdentity();
      NewIdentity wanted = IdentitySamples.anIdentityWithoutPassword();
      Secret secret = Secret.of(password);

      assertBadPassword(
          () ->
              world
                  .provider()
                  .identities()
                  .create(
                      new NewIdentity(
                          wanted.subject(), wanted.email(), "Ada", Optional.of(secret))));
      assertBadPassword(() -> world.provider().identities().setPassword(known.subject(), secret));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WEAK_PASSWORD : Password should be at least 6 characters",
        "PASSWORD_DOES_NOT_MEET_REQUIREMENTS : Missing password requirements: [Password must"
            + " contain an upper case character]"
      })
  void aPasswordThatTheProjectDoesNotTakeIsNamed(String message) {
    try (FirebaseWorld world = new FirebaseWorld(FirebaseWorld.ONCE)) {
      NewIdentity known = world.anIdentity();
      world.stub.refusePasswords(message);

      assertBadPassword(() -> world.provider().identities().create(IdentitySamples.anIdentity()));
      assertBadPassword(
          () ->
              world.provider().identities().setPassword(known.subject(), IdentitySamples.PASSWORD));
    }
  }

  private static void assertBadPassword(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.facts()).containsEntry("field", "password"));
  }

  @ParameterizedTest
  @EnumSource(FarSideFailure.class)
  void noFailurePrintsASecretOrAPerson(FarSideFailure failure) {
    try (FirebaseWorld world = new FirebaseWorld(FirebaseWorld.ONCE)) {
      NewIdentity identity = world.anIdentity();
      SignedInTokens tokens = world.signedIn(identity);
      world.fail(failure);

      String printed =
          printed(() -> world.provider().tokens().verify(tokens.accessToken()))
              + printed(() -> world.provider().signIn().refresh(tokens.refreshToken()))
              + printed(
                  () ->
                      world
                          .provider()
                          .signIn()
                          .withPassword(identity.email(), IdentitySamples.PASSWORD))
              + printed(() -> world.provider().identities().create(identity));
      world.recover();

      assertThat(printed)
          .contains("ProviderException")
          .doesNotContain(tokens.accessToken().reveal(), tokens.refreshToken().reveal())
          .doesNotContain(IdentitySamples.PASSWORD.reveal(), identity.email().value())
          .doesNotContain(FirebaseStub.API_KEY.reveal(), "ya29.");
    }
  }

  @Test
  void aRefusalPrintsNoPerson() {
    try (FirebaseWorld world = new FirebaseWorld(FirebaseWorld.ONCE)) {
      NewIdentity identity = world.anIdentity();
      world.stub.refuseSignIns("SOMETHING_NEW : " + identity.email() + " is odd");

      assertThat(
              printed(
                  () ->
                      world
                          .provider()
                          .signIn()
                          .withPassword(identity.email(), IdentitySamples.PASSWORD)))
          .contains("SOMETHING_NEW")
          .doesNotContain(identity.email().value());
    }
  }

  private static String printed(Runnable call) {
    StringWriter text = new StringWriter();
    try {
      call.run();
    } catch (RuntimeException e) {
      e.printStackTrace(new PrintWriter(text, true));
    }
    return text.toString();
  }
}
