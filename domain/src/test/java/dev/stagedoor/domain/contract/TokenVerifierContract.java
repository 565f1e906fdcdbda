package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.AuthSteps.JUNK;
import static dev.stagedoor.domain.contract.AuthSteps.alteredIn;
import static dev.stagedoor.domain.contract.AuthSteps.anIdentityAt;
import static dev.stagedoor.domain.contract.AuthSteps.assertInvalid;
import static dev.stagedoor.domain.contract.AuthSteps.assertValid;
import static dev.stagedoor.domain.contract.AuthSteps.refOf;
import static dev.stagedoor.domain.contract.AuthSteps.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.TokenVerifier;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link TokenVerifier} must do. */
public interface TokenVerifierContract extends AuthContract {
  /**
   * Returns a token of that identity's session that was made by hand and is good but for the flaw.
   *
   * @param signedIn a session of the identity
   */
  Secret handMade(Flaw flaw, NewIdentity identity, SignedInTokens signedIn);

  /** What can be wrong with a token. */
  enum Flaw {
    /** Nothing: shows that tokens made by hand are good when they have no flaw. */
    NONE,
    EXPIRED,
    SIGNED_WITH_ANOTHER_KEY,
    SIGNATURE_LEFT_OUT,
    ALGORITHM_NONE,
    OTHER_ALGORITHM,
    OTHER_ISSUER,
    OTHER_AUDIENCE,
    NO_EXPIRY
  }

  private TokenVerifier verifier() {
    return provider().tokens();
  }

  @Test
  default void aGoodTokenNamesItsIdentityAndItsEnd() {
    NewIdentity identity = anIdentityAt(provider());
    anIdentityAt(provider());
    SignedInTokens tokens = signedIn(provider(), identity.email());

    var verified = assertValid(verifier().verify(tokens.accessToken()));

    assertThat(verified.identity()).isEqualTo(refOf(provider(), identity));
    assertThat(verified.expiresAt()).isEqualTo(tokens.accessExpiresAt());
  }

  @Test
  default void aTokenMadeByHandWithoutAFlawIsValid() {
    NewIdentity identity = anIdentityAt(provider());
    SignedInTokens tokens = signedIn(provider(), identity.email());

    assertValid(verifier().verify(handMade(Flaw.NONE, identity, tokens)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  default void aFlawedTokenIsInvalid(Flaw flaw) {
    NewIdentity identity = anIdentityAt(provider());
    SignedInTokens tokens = signedIn(provider(), identity.email());

    assertInvalid(verifier().verify(handMade(flaw, identity, tokens)));
  }

  @Test
  default void anAlteredTokenIsInvalid() {
    Secret token = signedIn(provider(), anIdentityAt(provider()).email()).accessToken();

    int parts = token.reveal().split("\\.", -1).length;
    for (int part = 0; part < parts; part++) {
      assertInvalid(verifier().verify(alteredIn(part, token)));
    }
    assertInvalid(verifier().verify(Secret.of(token.reveal() + "x")));
    assertInvalid(verifier().verify(Secret.of(" " + token.reveal())));
    assertValid(verifier().verify(token));
  }

  @Test
  default void whatIsNoTokenIsInvalidAndDoesNotThrow() {
    for (String junk : JUNK) {
      assertInvalid(verifier().verify(Secret.of(junk)));
    }
  }

  @Test
  default void otherProofsAreNoAccessTokens() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());
    Secret cookie =
        provider().cookies().open(tokens.accessToken(), Duration.ofHours(1)).orElseThrow();

    assertInvalid(verifier().verify(tokens.refreshToken()));
    assertInvalid(verifier().verify(cookie));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  default void theReasonDoesNotPrintTheToken(Flaw flaw) {
    NewIdentity identity = anIdentityAt(provider());
    SignedInTokens tokens = signedIn(provider(), identity.email());
    Secret token = handMade(flaw, identity, tokens);

    String printed = verifier().verify(token).toString();

    for (String part : token.reveal().split("\\.")) {
      assertThat(printed).doesNotContain(part);
    }
  }
}
