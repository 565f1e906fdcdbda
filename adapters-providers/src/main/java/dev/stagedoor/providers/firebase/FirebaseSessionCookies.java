package dev.stagedoor.providers.firebase;

import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import com.google.firebase.auth.SessionCookieOptions;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.port.SessionCookies;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Duration;
import java.util.Optional;

/** Exchanges ID tokens for Firebase's session cookies, which are tokens of another issuer. */
final class FirebaseSessionCookies implements SessionCookies {
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(14);

  private final FirebaseAuth auth;
  private final FirebaseTokenVerifier tokens;
  private final FirebaseProofs proofs;

  FirebaseSessionCookies(FirebaseAuth auth, FirebaseTokenVerifier tokens, FirebaseProofs proofs) {
    this.auth = auth;
    this.tokens = tokens;
    this.proofs = proofs;
  }

  @Override
  public Optional<Secret> open(Secret accessToken, Duration life) {
    if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a cookie lives 5 minutes to 14 days, not " + life);
    }
    if (!isGood(accessToken)) {
      return Optional.empty();
    }
    Optional<Secret> cookie = exchange(accessToken, life);
    // Checked again: what revoked all sessions meanwhile did not revoke a younger cookie.
    return cookie.filter(made -> isGood(accessToken));
  }

  private boolean isGood(Secret accessToken) {
    return FirebaseProofs.identity(tokens.verify(accessToken)).isPresent();
  }

  private Optional<Secret> exchange(Secret accessToken, Duration life) {
    try {
      return Optional.of(
          Secret.of(
              auth.createSessionCookie(
                  accessToken.reveal(),
                  SessionCookieOptions.builder().setExpiresIn(withinTheSdk(life)).build())));
    } catch (FirebaseAuthException e) {
      if (FirebaseCodes.isRefusal(e)) {
        return Optional.empty();
      }
      throw FirebaseCodes.failure("open cookie", e);
    }
  }

  /**
   * The SDK takes neither bound itself, and sends whole seconds: a millisecond is lost on the way.
   */
  private static long withinTheSdk(Duration life) {
    return Math.min(Math.max(life.toMillis(), SHORTEST.toMillis() + 1), LONGEST.toMillis() - 1);
  }

  @Override
  public TokenReading verify(Secret cookie) {
    return proofs.read("verify cookie", cookie, token -> auth.verifySessionCookie(token, true));
  }

  @Override
  public void close(Secret cookie) {
    proofs.revoke(verify(cookie));
  }
}
