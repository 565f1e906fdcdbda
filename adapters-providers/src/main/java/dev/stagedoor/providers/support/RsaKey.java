package dev.stagedoor.providers.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.kernel.Secret;
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
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private RSA key, as providers give one out, that signs JSON Web Tokens (RS256). */
public final class RsaKey {
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1?PRIVATE KEY-----");
  // Version 0, and the algorithm rsaEncryption with no parameters (RFC 5208, RFC 8017).
  private static final String RSA = "020100300d06092a864886f70d0101010500";
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  private final PrivateKey key;

  private RsaKey(KeySpec spec) throws GeneralSecurityException {
    this.key = KeyFactory.getInstance("RSA").generatePrivate(spec);
  }

  /**
   * Reads a key in PEM, PKCS#1 or PKCS#8, as it is or in Base64.
   *
   * @throws IllegalArgumentException when it is none; the message tells nothing of it
   */
  public static RsaKey ofPem(Secret given) {
    try {
      return new RsaKey(pem(plain(given)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw noKey();
    }
  }

  /** Reads a key as a JSON Web Key or in PEM; throws as the other does. */
  public static RsaKey ofJwkOrPem(Secret given) {
    try {
      String text = plain(given);
      return new RsaKey(text.startsWith("{") ? jwk(text) : pem(text));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw noKey();
    }
  }

  // What the parsers say may repeat what they were given.
  private static IllegalArgumentException noKey() {
    return new IllegalArgumentException("no RSA key");
  }

  private static String plain(Secret given) {
    String text = given.reveal().strip();
    return text.startsWith("{") || text.startsWith("-")
        ? text
        : new String(Base64.getMimeDecoder().decode(text), StandardCharsets.US_ASCII).strip();
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
    // Two bytes say the length: a key of 512 bits, the fewest Java takes, is beyond one.
    whole.write(0x82);
    whole.write(inside.size() >> 8);
    whole.write(inside.size());
    whole.writeBytes(inside.toByteArray());
    return whole.toByteArray();
  }

  /** Signs a token; the header says the algorithm, and whatever else this one does. */
  public Secret sign(ObjectNode header, ObjectNode payload) {
    String signed = encode(Json.write(header)) + "." + encode(Json.write(payload));
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
    return "RSA key";
  }
}
