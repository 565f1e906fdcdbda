package dev.stagedoor.providers.sandbox.webhooks;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

  private final HmacSha256 key;

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
    key = HmacSha256.of(bytes);
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
    return VERSION
        + key.base64((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8), body);
  }

  /** Tells whether one of the signatures in a header is ours. */
  boolean isSigned(String id, String timestamp, byte[] body, String signatures) {
    String expected = sign(id, timestamp, body);
    boolean signed = false;
    for (String signature : signatures.split(" ", -1)) {
      // No early exit: how long it takes tells nothing.
      signed |= HmacSha256.isEqual(signature, expected);
    }
    return signed;
  }
}
