package dev.stagedoor.application.auth;

import static dev.stagedoor.application.fake.InMemoryStagedoor.PASSWORD;
import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.fake.FakeIdentityProvider;
import dev.stagedoor.domain.fixture.AccountBuilder;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import org.junit.jupiter.api.Test;

class SessionServiceTest {
  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final SessionService sessions = house.stagedoor().sessions();
  private final InMemoryStagedoor.Person ada = house.aFamily().person();

  @Test
  void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
    assertRefused(AuthError.AUTH_001, () -> sessions.signIn(ada.email(), Secret.of("wrong one")));
    assertRefused(
        AuthError.AUTH_001,
        () -> sessions.signIn(new EmailAddress("nobody@example.org"), PASSWORD));
  }

  @Test
  void anAccessTokenTellsWhoHoldsIt() {
    Actor actor = sessions.byToken(ada.token());

    assertThat(actor.isSignedIn()).isTrue();
    assertThat(actor.has(Role.USER)).isTrue();
    assertThat(sessions.me(actor).email()).isEqualTo(ada.email().value());
  }

  @Test
  void anythingElseIsNoAccessToken() {
    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.byToken(Secret.of("made up")));
    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.byCookie(Secret.of("made up")));
  }

  @Test
  void anAccessTokenEndsAndIsRenewed() {
    SignedIn first = sessions.signIn(ada.email(), PASSWORD);
    house.clock().advance(FakeIdentityProvider.ACCESS_LIFE);
    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.byToken(first.tokens().accessToken()));

    SignedIn second = sessions.refresh(first.tokens().refreshToken());

    assertThat(sessions.byToken(second.tokens().accessToken())).isEqualTo(ada.actor());
  }

  @Test
  void aRefreshTokenThatComesTwiceEndsTheWholeSession() {
    SignedIn first = sessions.signIn(ada.email(), PASSWORD);
    SignedIn second = sessions.refresh(first.tokens().refreshToken());

    assertRefused(
        AuthError.REFRESH_TOKEN_REUSED, () -> sessions.refresh(first.tokens().refreshToken()));

    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.byToken(second.tokens().accessToken()));
    assertThatThrownBy(() -> sessions.refresh(second.tokens().refreshToken()))
        .hasMessageMatching("(INVALID_TOKEN|REFRESH_TOKEN_REUSED).*");
  }

  @Test
  void whoSignsOutIsSignedOut() {
    sessions.signOut(ada.token());

    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.byToken(ada.token()));
  }

  @Test
  void aCookieTellsWhoHoldsItUntilItIsClosed() {
    Secret cookie = sessions.openCookie(ada.token());
    assertThat(sessions.byCookie(cookie)).isEqualTo(ada.actor());

    sessions.closeCookie(cookie);

    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.byCookie(cookie));
  }

  @Test
  void aCookieEndsAfterItsLife() {
    Secret cookie = sessions.openCookie(ada.token());

    house.clock().advance(sessions.cookieLife());

    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.byCookie(cookie));
  }

  @Test
  void noCookieIsOpenedForATokenThatIsNotGood() {
    assertRefused(AuthError.INVALID_TOKEN, () -> sessions.openCookie(Secret.of("made up")));
  }

  @Test
  void aSuspendedAccountIsKeptOutAtOnce() {
    Secret cookie = sessions.openCookie(ada.token());
    house.change(ada.actor().userId(), AccountBuilder::suspended);

    assertRefused(AuthError.ACCOUNT_SUSPENDED, () -> sessions.byToken(ada.token()));
    assertRefused(AuthError.ACCOUNT_SUSPENDED, () -> sessions.byCookie(cookie));
    assertRefused(AuthError.ACCOUNT_SUSPENDED, () -> sessions.openCookie(ada.token()));
    assertRefused(AuthError.ACCOUNT_SUSPENDED, () -> sessions.signIn(ada.email(), PASSWORD));
  }

  @Test
  void aProviderThatIsDownIsNotABadToken() {
    house.identities().failWith(ProviderException.Kind.UNAVAILABLE);

    assertThatThrownBy(() -> sessions.byToken(ada.token())).isInstanceOf(ProviderException.class);
  }

  @Test
  void aVisitorHasNoAccount() {
    assertRefused(CommonError.NOT_SIGNED_IN, () -> sessions.me(Actor.visitor()));
  }
}
