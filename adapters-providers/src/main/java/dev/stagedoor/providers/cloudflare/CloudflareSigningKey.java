package dev.stagedoor.providers.cloudflare;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.RsaKey;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A signing key as Cloudflare gives it out: its id, and an RSA key as {@code jwk} or {@code pem},
 * both in Base64. Signs JSON Web Tokens (RS256).
 */
public final class CloudflareSigningKey {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  private final String id;
  private final RsaKey key;

  private CloudflareSigningKey(String id, RsaKey key) {
    this.id = id;
    this.key = key;
  }

  /**
   * Reads a key: the {@code jwk} or the {@code pem} of Cloudflare's answer, in Base64 or not.
   *
   * @throws IllegalArgumentException when it is none; the message tells nothing of it
   */
  public static CloudflareSigningKey of(String id, Secret key) {
    if (!ID.matcher(id).matches()) {
      throw CloudflareConfig.RULES.refused("signing-key-id", "must be the id of a signing key");
    }
    try {
      return new CloudflareSigningKey(id, RsaKey.ofJwkOrPem(key));
    } catch (IllegalArgumentException e) {
      throw CloudflareConfig.RULES.refused(
          "signing-key", "must be the jwk or the pem of a signing key, as Cloudflare gave it out");
    }
  }

  /** Signs that the bearer may see this until then. */
  Secret sign(String subject, Instant until) {
    return key.sign(
        Json.object().put("alg", "RS256").put("kid", id),
        Json.object().put("sub", subject).put("kid", id).put("exp", until.getEpochSecond()));
  }

  @Override
  public String toString() {
    return "signing key " + id;
  }
}
