package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.RsaKey;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A signing key as Mux gives it out: its id, and an RSA key in PEM that is itself in Base64. Signs
 * JSON Web Tokens (RS256) with the key's id in the payload, where Mux looks for it.
 */
public final class MuxSigningKey {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  private final String id;
  private final RsaKey key;

  private MuxSigningKey(String id, RsaKey key) {
    this.id = id;
    this.key = key;
  }

  /**
   * Reads a key: PKCS#1 or PKCS#8, as Mux encodes it or as a plain PEM.
   *
   * @throws IllegalArgumentException when it is none; the message tells nothing of it
   */
  public static MuxSigningKey of(String id, Secret pem) {
    if (!ID.matcher(id).matches()) {
      throw MuxConfig.RULES.refused("signing-key-id", "must be the id of a signing key");
    }
    try {
      return new MuxSigningKey(id, RsaKey.ofPem(pem));
    } catch (IllegalArgumentException e) {
      throw MuxConfig.RULES.refused(
          "signing-private-key", "must be an RSA key in PEM, as it is or in Base64");
    }
  }

  /** Signs that the bearer may have this, for this purpose, until then. */
  Secret sign(String subject, String audience, Instant until) {
    return key.sign(
        Json.object().put("alg", "RS256").put("typ", "JWT"),
        Json.object()
            .put("sub", subject)
            .put("aud", audience)
            .put("exp", until.getEpochSecond())
            .put("kid", id));
  }

  @Override
  public String toString() {
    return "signing key " + id;
  }
}
