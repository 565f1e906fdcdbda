package dev.stagedoor.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signing key as Cloudflare gives it out: its id, and an RSA key as {@code jwk} or {@code pem},
 * both in Base64. Signs JSON Web Tokens (RS256).
 */
public final class CloudflareSigningKey {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1?PRIVATE KEY-----");
  // Version 0, and the algorithm rsaEncryption with no parameters (RFC 5208, RFC 8017).
  private static final String RSA = "020100300d06092a864886f70d0101010500";
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  private final String id;
  private final PrivateKey key;

  private CloudflareSigningKey(String id, PrivateKey key) {
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
      return new CloudflareSigningKey(
          id, KeyFactory.getInstance("RSA").generatePrivate(spec(key.reveal().strip())));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // What the parsers say may repeat what they were given.
      throw CloudflareConfig.RULES.refused(
          "signing-key", "must be the jwk or the pem of a signing key, as Cloudflare gave it out");
    }
  }

  private static KeySpec spec(String given) {
    boolean isPlain = given.startsWith("{") || given.startsWith("-");
    String text =
        isPlain
            ? given
            : new String(Base64.getMimeDecoder().decode(given), StandardCharsets.US_ASCII).strip();
    return text.startsWith("{") ? jwk(text) : pem(text);
  }

  private static KeySpec jwk(String text) {
    JsonNode jwk = Json.read(text.getBytes(StandardCharsets.UTF_8));
    return new RSAPrivateCrtKeySpec(
        number(jwk, "n"),
        number(jwk, "e"),
        number(jwk, "d"),
        number(jwk, "p"),
        number(jwk, "q"),
        number(jwk, "dp"),
        number(jwk, "dq"),
        number(jwk, "qi"));
  }

  private static BigInteger number(JsonNode jwk, String member) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(member).asText()));
  }

  private static KeySpec pem(String text) {
    Matcher pem = PEM.matcher(text);
    if (!pem.matches()) {
      throw new IllegalArgumentException("no PEM");
    }
    byte[] key = Base64.getMimeDecoder().decode(pem.group(2));
    // PKCS#1, which Java does not read, is what PKCS#8 holds.
    return new PKCS8EncodedKeySpec(
        pem.group(1) == null
            ? key
            : tagged(SEQUENCE, HexFormat.of().parseHex(RSA), tagged(OCTETS, key)));
  }

  private static byte[] tagged(int tag, byte[]... content) {
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    for (byte[] part : content) {
      inside.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    int length = inside.size();
    if (length >= 0x100) {
      whole.write(0x82);
      whole.write(length >> 8);
    } else if (length >= 0x80) {
      whole.write(0x81);
    }
    whole.write(length);
    whole.writeBytes(inside.toByteArray());
    return whole.toByteArray();
  }

  /** Signs that the bearer may see this until then. */
  Secret sign(String subject, Instant until) {
    byte[] header = Json.write(Json.object().put("alg", "RS256").put("kid", id));
    byte[] payload =
        Json.write(
            Json.object().put("sub", subject).put("kid", id).put("exp", until.getEpochSecond()));
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
