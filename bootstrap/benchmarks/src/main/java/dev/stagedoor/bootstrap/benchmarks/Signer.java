package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as vendors do: HMAC-SHA256, in hexadecimal digits. */
final class Signer {
  private final Mac mac;

  Signer(String secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes(byte[] body) {
    return mac.doFinal(body);
  }

  String hex(byte[] body) {
    return HexFormat.of().formatHex(bytes(body));
  }

  /** Signs a time with the body: {@code t=1700000000,v1=5257...}. */
  String timed(byte[] body) {
    long now = System.currentTimeMillis() / 1000;
    mac.update((now + ".").getBytes(UTF_8));
    return "t=" + now + ",v1=" + hex(body);
  }
}
