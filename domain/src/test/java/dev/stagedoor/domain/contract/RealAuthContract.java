package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.AuthSteps.alteredIn;
import static dev.stagedoor.domain.contract.AuthSteps.anIdentityAt;
import static dev.stagedoor.domain.contract.AuthSteps.assertInvalid;
import static dev.stagedoor.domain.contract.AuthSteps.assertRefused;
import static dev.stagedoor.domain.contract.AuthSteps.assertValid;
import static dev.stagedoor.domain.contract.AuthSteps.signedIn;

import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.SessionCookies;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What every identity provider that people use must do besides. Emulators, which take any cookie
 * for one of their own and forget what was revoked, do not run this.
 */
public interface RealAuthContract extends AuthContract {
  @Test
  default void anAlteredCookieIsInvalid() {
    SessionCookies cookies = provider().cookies();
    Secret token = signedIn(provider(), anIdentityAt(provider()).email()).accessToken();
    Secret cookie = cookies.open(token, Duration.ofHours(24)).orElseThrow();

    int parts = cookie.reveal().split("\\.", -1).length;
    for (int part = 0; part < parts; part++) {
      assertInvalid(cookies.verify(alteredIn(part, cookie)));
    }
    assertInvalid(cookies.verify(Secret.of(cookie.reveal() + "x")));
    assertValid(cookies.verify(cookie));
  }

  @Test
  default void whoSignedOutIsNotKeptSignedIn() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());

    aSecondPasses();
    provider().signIn().signOut(tokens.accessToken());

    assertRefused(provider().signIn().refresh(tokens.refreshToken()));
  }

  @Test
  default void aNewPasswordKeepsNobodySignedIn() {
    NewIdentity identity = anIdentityAt(provider());
    SignedInTokens tokens = signedIn(provider(), identity.email());

    aSecondPasses();
    provider().identities().setPassword(identity.subject(), Secret.of("staple staple staple"));

    assertRefused(provider().signIn().refresh(tokens.refreshToken()));
  }
}
