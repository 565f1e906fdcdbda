package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.AuthSteps.JUNK;
import static dev.stagedoor.domain.contract.AuthSteps.alteredIn;
import static dev.stagedoor.domain.contract.AuthSteps.anIdentityAt;
import static dev.stagedoor.domain.contract.AuthSteps.assertInvalid;
import static dev.stagedoor.domain.contract.AuthSteps.assertRefused;
import static dev.stagedoor.domain.contract.AuthSteps.assertValid;
import static dev.stagedoor.domain.contract.AuthSteps.refOf;
import static dev.stagedoor.domain.contract.AuthSteps.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.SessionCookies;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link SessionCookies} must do; {@link RealAuthContract} has the rest. */
public interface SessionCookiesContract extends AuthContract {
  Duration LIFE = Duration.ofHours(24);

  /** Returns the clock the provider goes by. */
  Clock clock();

  /** Returns a cookie of that identity whose time is over, but which is good otherwise. */
  Secret expiredCookie(NewIdentity identity);

  private SessionCookies cookies() {
    return provider().cookies();
  }

  private Secret aCookie() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());
    return cookies().open(tokens.accessToken(), LIFE).orElseThrow();
  }

  @Test
  default void aCookieNamesTheIdentityOfItsTokenAndItsEnd() {
    NewIdentity identity = anIdentityAt(provider());
    SignedInTokens tokens = signedIn(provider(), identity.email());
    Instant before = clock().instant();

    Secret cookie = cookies().open(tokens.accessToken(), LIFE).orElseThrow();

    Instant after = clock().instant();
    var verified = assertValid(cookies().verify(cookie));
    assertThat(verified.identity()).isEqualTo(refOf(provider(), identity));
    assertThat(verified.expiresAt())
        .isBetween(before.plus(LIFE).minusSeconds(1), after.plus(LIFE).plusSeconds(1));
  }

  @Test
  default void aCookieFitsIntoAHeader() {
    assertThat(aCookie().reveal()).matches("[A-Za-z0-9._~+/=-]+").hasSizeLessThan(3_000);
  }

  @Test
  default void whatIsNoAccessTokenOpensNothing() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());
    Secret cookie = cookies().open(tokens.accessToken(), LIFE).orElseThrow();

    for (String junk : JUNK) {
      assertThat(cookies().open(Secret.of(junk), LIFE)).isEmpty();
    }
    assertThat(cookies().open(alteredIn(0, tokens.accessToken()), LIFE)).isEmpty();
    assertThat(cookies().open(tokens.refreshToken(), LIFE)).isEmpty();
    assertThat(cookies().open(cookie, LIFE)).isEmpty();
  }

  @Test
  default void theTokenOfASessionThatIsOverOpensNothing() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());
    aSecondPasses();
    provider().signIn().signOut(tokens.accessToken());

    assertThat(cookies().open(tokens.accessToken(), LIFE)).isEmpty();
  }

  @Test
  default void aLifeOutOfBoundsIsRefused() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());

    assertThatThrownBy(() -> cookies().open(tokens.accessToken(), Duration.ofSeconds(299)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> cookies().open(tokens.accessToken(), Duration.ofDays(14).plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(cookies().open(tokens.accessToken(), Duration.ofSeconds(301))).isPresent();
    assertThat(cookies().open(tokens.accessToken(), Duration.ofDays(14).minusSeconds(1)))
        .isPresent();
  }

  @Test
  default void anExpiredCookieIsInvalid() {
    assertInvalid(cookies().verify(expiredCookie(anIdentityAt(provider()))));
  }

  @Test
  default void whatIsNoCookieIsInvalidAndDoesNotThrow() {
    for (String junk : JUNK) {
      assertInvalid(cookies().verify(Secret.of(junk)));
    }
  }

  @Test
  default void cookiesAndTokensDoNotStandInForEachOther() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());
    Secret cookie = cookies().open(tokens.accessToken(), LIFE).orElseThrow();

    assertInvalid(cookies().verify(tokens.accessToken()));
    assertInvalid(cookies().verify(tokens.refreshToken()));
    assertInvalid(provider().tokens().verify(cookie));
    assertRefused(provider().signIn().refresh(cookie));
    assertValid(cookies().verify(cookie));
  }

  @Test
  default void aClosedCookieIsInvalid() {
    Secret cookie = aCookie();

    aSecondPasses();
    cookies().close(cookie);
    cookies().close(cookie);

    assertInvalid(cookies().verify(cookie));
  }

  @Test
  default void closingWhatIsNoCookieDoesNothing() {
    SignedInTokens tokens = signedIn(provider(), anIdentityAt(provider()).email());
    Secret cookie = cookies().open(tokens.accessToken(), LIFE).orElseThrow();

    assertThatCode(
            () -> {
              for (String junk : JUNK) {
                cookies().close(Secret.of(junk));
              }
              cookies().close(tokens.accessToken());
              cookies().close(tokens.refreshToken());
            })
        .doesNotThrowAnyException();

    assertValid(cookies().verify(cookie));
    assertValid(provider().tokens().verify(tokens.accessToken()));
  }
}
