package dev.stagedoor.providers.firebase;

import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.port.Claims;
import java.util.Map;

/** Keeps claims as the custom claims of the user. */
final class FirebaseClaims implements Claims {
  private final FirebaseAuth auth;

  FirebaseClaims(FirebaseAuth auth) {
    this.auth = auth;
  }

  @Override
  public void set(String subject, IdentityClaims claims) {
    try {
      auth.setCustomUserClaims(subject, Map.of("role", claims.role(), "isAdmin", claims.isAdmin()));
    } catch (FirebaseAuthException e) {
      throw FirebaseCodes.failure("set claims", e);
    }
  }
}
