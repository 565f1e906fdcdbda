package dev.stagedoor.providers.sandbox.webhooks;

import dev.stagedoor.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as https://www.standardwebhooks.com says: HMAC-SHA256 over id, time and body, under the
 * bytes behind {@code whsec_}.
 */
final class StandardWebhooks {
  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";
  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  private final SecretKeySpec key;

  /**
   * Takes the secret both sides share.
   *
   * @throws IllegalArgumentException when it is not {@code whsec_} and 24 to 64 bytes in base64
   */
  StandardWebhooks(Secret secret) {
    byte[] bytes = decode(secret.reveal());
    if (bytes.length < 24 || bytes.length > 64) {
      throw notASecret();
    }
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  private static byte[] decode(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw notASecret();
    }
    try {
      return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      throw notASecret();
    }
  }

  private static IllegalArgumentException notASecret() {
    return new IllegalArgumentException("a webhook secret is whsec_ and 24 to 64 bytes in base64");
  }

  /** Returns the value of the signature header. */
  String sign(String id, String timestamp, byte[] body) {
    return VERSION + Base64.getEncoder().encodeToString(mac(id, timestamp, body));
  }

  /** Tells whether one of the signatures in a header is ours. */
  boolean isSigned(String id, String timestamp, byte[] body, String signatures) {
    byte[] expected = sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
    boolean signed = false;
    for (String signature : signatures.split(" ", -1)) {
      // No early exit: how long it takes tells nothing.
      signed |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
    return signed;
  }

  private byte[] mac(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
