package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.AuthSteps.JUNK;
import static dev.stagedoor.domain.contract.AuthSteps.anIdentityAt;
import static dev.stagedoor.domain.contract.AuthSteps.assertInvalid;
import static dev.stagedoor.domain.contract.AuthSteps.assertRefused;
import static dev.stagedoor.domain.contract.AuthSteps.assertValid;
import static dev.stagedoor.domain.contract.AuthSteps.madeAt;
import static dev.stagedoor.domain.contract.AuthSteps.refOf;
import static dev.stagedoor.domain.contract.AuthSteps.signedIn;
import static dev.stagedoor.domain.contract.AuthSteps.tokens;
import static dev.stagedoor.domain.fixture.IdentitySamples.PASSWORD;
import static dev.stagedoor.domain.fixture.IdentitySamples.aSubjectName;
import static dev.stagedoor.domain.fixture.Samples.anEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.VerifiedIdentity;
import dev.stagedoor.domain.auth.port.SignIn;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SignIn} must do; {@link RealAuthContract} has the rest. */
public interface SignInContract extends AuthContract {
  private SignIn signIn() {
    return provider().signIn();
  }

  @Test
  default void theRightPasswordSignsIn() {
    NewIdentity identity = anIdentityAt(provider());

    SignedInTokens tokens = signedIn(provider(), identity.email());

    assertThat(tokens.identity()).isEqualTo(refOf(provider(), identity));
    assertThat(assertValid(provider().tokens().verify(tokens.accessToken())))
        .isEqualTo(new VerifiedIdentity(tokens.identity(), tokens.accessExpiresAt()));
  }

  @Test
  default void aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
    NewIdentity identity = anIdentityAt(provider());

    SignInOutcome wrongPassword = signIn().withPassword(identity.email(), Secret.of("wrong one"));
    SignInOutcome unknownAddress = signIn().withPassword(anEmail(), PASSWORD);

    assertRefused(wrongPassword);
    assertThat(unknownAddress).isEqualTo(wrongPassword);
  }

  @Test
  default void onlyThePasswordItselfSignsIn() {
    NewIdentity identity = anIdentityAt(provider());
    String password = PASSWORD.reveal();

    assertRefused(signIn().withPassword(identity.email(), Secret.of("")));
    assertRefused(signIn().withPassword(identity.email(), Secret.of(password + " ")));
    assertRefused(signIn().withPassword(identity.email(), Secret.of(" " + password)));
    assertRefused(signIn().withPassword(identity.email(), Secret.of(password + "\u0000")));
    assertRefused(signIn().withPassword(identity.email(), Secret.of(password.toUpperCase())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678",
        "pässwörd",
        "пароль-пароль",
        "  spaces  ",
        "\uD83C\uDFA5\uD83C\uDFA5\uD83C\uDFA5\uD83C\uDFA5\uD83C\uDFA5\uD83C\uDFA5\uD83C\uDFA5\uD83C\uDFA5"
      })
  default void anyCharactersMakeAPassword(String password) {
    NewIdentity identity =
        madeAt(
            provider(),
            new NewIdentity(aSubjectName(), anEmail(), "Ada", Optional.of(Secret.of(password))));

    signedIn(provider(), identity.email(), Secret.of(password));
  }

  @Test
  default void everyCharacterOfALongPasswordCounts() {
    String start = "x".repeat(127);
    NewIdentity identity =
        madeAt(
            provider(),
            new NewIdentity(aSubjectName(), anEmail(), "Ada", Optional.of(Secret.of(start + "1"))));

    signedIn(provider(), identity.email(), Secret.of(start + "1"));
    assertRefused(signIn().withPassword(identity.email(), Secret.of(start + "2")));
    assertRefused(signIn().withPassword(identity.email(), Secret.of(start)));
  }

  @Test
  default void aPasswordNobodyCanHaveIsRefused() {
    NewIdentity identity = anIdentityAt(provider());

    assertRefused(signIn().withPassword(identity.email(), Secret.of("x".repeat(100_000))));
    assertRefused(signIn().withPassword(anEmail(), Secret.of("x".repeat(100_000))));
  }

  @Test
  default void aRefreshTokenGivesNewTokensForTheSameIdentity() {
    NewIdentity identity = anIdentityAt(provider());
    SignedInTokens first = signedIn(provider(), identity.email());

    SignedInTokens second = tokens(signIn().refresh(first.refreshToken()));

    assertThat(second.identity()).isEqualTo(first.identity());
    assertThat(assertValid(provider().tokens().verify(second.accessToken())).identity())
        .isEqualTo(first.identity());
    tokens(signIn().refresh(second.refreshToken()));
  }

  @Test
  default void whatIsNoRefreshTokenIsRefused() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());

    for (String junk : JUNK) {
      assertRefused(signIn().refresh(Secret.of(junk)));
    }
    assertRefused(signIn().refresh(tokens.accessToken()));
    assertRefused(signIn().refresh(Secret.of("x" + tokens.refreshToken().reveal())));
    tokens(signIn().refresh(tokens.refreshToken()));
  }

  @Test
  default void signingOutEndsTheSession() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());

    aSecondPasses();
    signIn().signOut(tokens.accessToken());
    signIn().signOut(tokens.accessToken());

    assertInvalid(provider().tokens().verify(tokens.accessToken()));
  }

  @Test
  default void signingOutWithoutAValidTokenDoesNothing() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());

    assertThatCode(
            () -> {
              for (String junk : JUNK) {
                signIn().signOut(Secret.of(junk));
              }
              signIn().signOut(tokens.refreshToken());
              signIn().signOut(Secret.of(tokens.accessToken().reveal() + "x"));
            })
        .doesNotThrowAnyException();

    assertValid(provider().tokens().verify(tokens.accessToken()));
  }

  @Test
  default void noTokenIsPrinted() {
    NewIdentity identity = anIdentityAt(provider());

    SignInOutcome outcome = signIn().withPassword(identity.email(), PASSWORD);

    assertThat(outcome.toString())
        .contains(identity.subject())
        .doesNotContain(tokens(outcome).accessToken().reveal())
        .doesNotContain(tokens(outcome).refreshToken().reveal());
  }
}
