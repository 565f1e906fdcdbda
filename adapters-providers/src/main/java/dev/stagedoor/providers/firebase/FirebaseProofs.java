package dev.stagedoor.providers.firebase;

import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import com.google.firebase.auth.FirebaseToken;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.VerifiedIdentity;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Clock;
import java.util.Optional;

/** Reads what tokens and cookies prove, and ends all sessions of who holds one. */
final class FirebaseProofs {
  private final FirebaseAuth auth;
  private final boolean isEmulated;
  private final Clock clock;

  FirebaseProofs(FirebaseAuth auth, boolean isEmulated, Clock clock) {
    this.auth = auth;
    this.isEmulated = isEmulated;
    this.clock = clock;
  }

  /** How the SDK checks one kind of proof: signature, issuer, audience, times and revocation. */
  @FunctionalInterface
  interface Check {
    FirebaseToken of(String proof) throws FirebaseAuthException;
  }

  /** Reads what a token says of itself, empty when it is not in the form of one. */
  Optional<FirebaseJwt> form(Secret token) {
    return FirebaseJwt.read(token, isEmulated);
  }

  TokenReading read(String operation, Secret proof, Check check) {
    Optional<FirebaseJwt> jwt = form(proof);
    if (jwt.isEmpty()) {
      return new TokenReading.Invalid("not in the form of a token");
    }
    // The SDK gives it five minutes more.
    if (!jwt.get().expiresAt().isAfter(clock.instant())) {
      return new TokenReading.Invalid("over its time");
    }
    if (!isEmulated) {
      Emulation.mustNotBeInForce();
    }
    try {
      String subject = check.of(proof.reveal()).getUid();
      return new TokenReading.Valid(
          new VerifiedIdentity(new ProviderRef(Firebase.ID, subject), jwt.get().expiresAt()));
    } catch (FirebaseAuthException e) {
      if (FirebaseCodes.isNoProof(e)) {
        return new TokenReading.Invalid(FirebaseCodes.of(e).orElseThrow());
      }
      throw FirebaseCodes.failure(operation, e);
    }
  }

  /** Returns the identity behind a reading, empty when it is not valid. */
  static Optional<VerifiedIdentity> identity(TokenReading reading) {
    return reading.match(
        new TokenReading.Cases<>() {
          @Override
          public Optional<VerifiedIdentity> valid(TokenReading.Valid valid) {
            return Optional.of(valid.identity());
          }

          @Override
          public Optional<VerifiedIdentity> invalid(TokenReading.Invalid invalid) {
            return Optional.empty();
          }
        });
  }

  /** Ends every session of the identity behind a reading; Firebase knows no single ones. */
  void revoke(TokenReading reading) {
    Optional<VerifiedIdentity> who = identity(reading);
    if (who.isEmpty()) {
      return; // Whoever sent it is signed out as it is.
    }
    try {
      auth.revokeRefreshTokens(who.get().identity().value());
    } catch (FirebaseAuthException e) {
      if (!FirebaseCodes.is(e, AuthErrorCode.USER_NOT_FOUND)) {
        throw FirebaseCodes.failure("revoke", e);
      }
    }
  }
}
