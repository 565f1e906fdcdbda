package dev.stagedoor.domain.services;

import dev.stagedoor.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A service and what proves that a request is its own: the key it sends, and the secret it signs
 * with and never sends.
 */
public record ServicePeer(ServiceId id, Secret apiKey, Secret secret) {
  private static final String ALGORITHM = "HmacSHA256";

  public ServicePeer {
    if (apiKey.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException(id + " has no key or no secret");
    }
  }

  /**
   * Signs a request: HMAC-SHA256 over {@code <service>:<timestamp>:<body>}, in lower-case hex.
   *
   * @param timestamp seconds since 1970, as they are sent
   * @param body the bytes as they travel
   */
  public String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((id.value() + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
