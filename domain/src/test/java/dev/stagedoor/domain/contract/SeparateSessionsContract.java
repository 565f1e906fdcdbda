package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.AuthSteps.anIdentityAt;
import static dev.stagedoor.domain.contract.AuthSteps.assertInvalid;
import static dev.stagedoor.domain.contract.AuthSteps.assertRefused;
import static dev.stagedoor.domain.contract.AuthSteps.assertValid;
import static dev.stagedoor.domain.contract.AuthSteps.signedIn;
import static dev.stagedoor.domain.contract.AuthSteps.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a provider that knows one session of an identity from another promises besides: it ends just
 * the one, and rotates refresh tokens. Providers that can only end all sessions do not run this.
 */
public interface SeparateSessionsContract extends AuthContract {
  @Test
  default void signingOutLeavesTheOtherSessionsOfTheIdentity() {
    NewIdentity identity = anIdentityAt(provider());
    SignedInTokens laptop = signedIn(provider(), identity.email());
    SignedInTokens phone = signedIn(provider(), identity.email());

    provider().signIn().signOut(laptop.accessToken());

    assertInvalid(provider().tokens().verify(laptop.accessToken()));
    assertValid(provider().tokens().verify(phone.accessToken()));
    tokens(provider().signIn().refresh(phone.refreshToken()));
  }

  @Test
  default void closingACookieLeavesTheOtherSessionsOfTheIdentity() {
    NewIdentity identity = anIdentityAt(provider());
    SignedInTokens tokens = signedIn(provider(), identity.email());
    Secret one = openedWith(tokens);
    Secret other = openedWith(tokens);

    provider().cookies().close(one);

    assertInvalid(provider().cookies().verify(one));
    assertValid(provider().cookies().verify(other));
    assertValid(provider().tokens().verify(tokens.accessToken()));
  }

  private Secret openedWith(SignedInTokens tokens) {
    return provider().cookies().open(tokens.accessToken(), Duration.ofHours(1)).orElseThrow();
  }

  @Test
  default void anAccessTokenOutlivesARefresh() {
    SignedInTokens first = signedIn(provider(), anIdentityAt(provider()).email());

    tokens(provider().signIn().refresh(first.refreshToken()));

    assertValid(provider().tokens().verify(first.accessToken()));
  }

  @Test
  default void aRefreshTokenThatComesAgainEndsItsSession() {
    NewIdentity identity = anIdentityAt(provider());
    SignedInTokens first = signedIn(provider(), identity.email());
    SignedInTokens bystander = signedIn(provider(), identity.email());
    SignedInTokens second = tokens(provider().signIn().refresh(first.refreshToken()));

    assertThat(provider().signIn().refresh(first.refreshToken()))
        .isInstanceOf(SignInOutcome.Reused.class);

    assertInvalid(provider().tokens().verify(first.accessToken()));
    assertInvalid(provider().tokens().verify(second.accessToken()));
    assertRefused(provider().signIn().refresh(second.refreshToken()));
    assertRefused(provider().signIn().refresh(first.refreshToken()));
    assertValid(provider().tokens().verify(bystander.accessToken()));
  }

  @Test
  default void ofConcurrentRefreshesWithOneTokenOneIsSignedIn() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());

    List<SignInOutcome> outcomes =
        Race.of(4, () -> provider().signIn().refresh(tokens.refreshToken()));

    assertThat(outcomes.stream().filter(SignInOutcome.SignedIn.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(SignInOutcome.Reused.class::isInstance)).isNotEmpty();
    assertInvalid(provider().tokens().verify(tokens.accessToken()));
  }
}
