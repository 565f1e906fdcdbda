package dev.stagedoor.providers.mux;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signing key as Mux gives it out: its id, and an RSA key in PEM that is itself in Base64. Signs
 * JSON Web Tokens (RS256) with the key's id in the payload, where Mux looks for it.
 */
public final class MuxSigningKey {
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1?PRIVATE KEY-----\\s*");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");
  // PrivateKeyInfo of version 0 and algorithm rsaEncryption with NULL (RFC 5208, RFC 8017).
  private static final byte[] RSA = {
    0x02,
    0x01,
    0x00,
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00
  };
  private static final byte SEQUENCE = 0x30;
  private static final byte OCTETS = 0x04;

  private final String id;
  private final PrivateKey key;

  private MuxSigningKey(String id, PrivateKey key) {
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
      return new MuxSigningKey(
          id,
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(der(pem.reveal()))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // What the parsers say may repeat what they were given.
      throw MuxConfig.RULES.refused(
          "signing-private-key", "must be an RSA key in PEM, as it is or in Base64");
    }
  }

  private static byte[] der(String given) {
    String text =
        given.contains("-----BEGIN")
            ? given
            : new String(Base64.getMimeDecoder().decode(given.strip()), StandardCharsets.US_ASCII);
    Matcher pem = PEM.matcher(text);
    if (!pem.matches()) {
      throw new IllegalArgumentException("no PEM");
    }
    byte[] key = Base64.getMimeDecoder().decode(pem.group(2));
    return pem.group(1) == null ? key : tagged(SEQUENCE, joined(RSA, tagged(OCTETS, key)));
  }

  private static byte[] tagged(byte tag, byte[] content) {
    int length = content.length;
    byte[] head =
        length < 0x80
            ? new byte[] {tag, (byte) length}
            : length < 0x100
                ? new byte[] {tag, (byte) 0x81, (byte) length}
                : new byte[] {tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return joined(head, content);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = new byte[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** Signs that the bearer may have this, for this purpose, until then. */
  Secret sign(String subject, String audience, Instant until) {
    byte[] header = Json.write(Json.object().put("alg", "RS256").put("typ", "JWT"));
    byte[] payload =
        Json.write(
            Json.object()
                .put("sub", subject)
                .put("aud", audience)
                .put("exp", until.getEpochSecond())
                .put("kid", id));
    String signed = encode(header) + "." + encode(payload);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return Secret.of(signed + "." + encode(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that reads cannot sign", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "signing key " + id;
  }
}
