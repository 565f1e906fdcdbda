package dev.stagedoor.providers.firebase;

import com.google.firebase.auth.FirebaseAuth;
import dev.stagedoor.domain.auth.TokenReading;
import dev.stagedoor.domain.auth.port.TokenVerifier;
import dev.stagedoor.domain.kernel.Secret;

/** Checks ID tokens, and asks each time whether they were revoked. */
final class FirebaseTokenVerifier implements TokenVerifier {
  private final FirebaseAuth auth;
  private final FirebaseProofs proofs;

  FirebaseTokenVerifier(FirebaseAuth auth, FirebaseProofs proofs) {
    this.auth = auth;
    this.proofs = proofs;
  }

  @Override
  public TokenReading verify(Secret accessToken) {
    return proofs.read("verify token", accessToken, token -> auth.verifyIdToken(token, true));
  }
}
