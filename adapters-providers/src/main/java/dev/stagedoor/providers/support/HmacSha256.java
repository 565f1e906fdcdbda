package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bytes under one key, and compares signatures in a time that tells nothing of them. */
public final class HmacSha256 {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private HmacSha256(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Takes the characters of a secret as the key, as most providers do.
   *
   * @throws IllegalArgumentException when it is blank, for then anybody could sign
   */
  public static HmacSha256 of(Secret secret) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("a blank secret signs nothing");
    }
    return new HmacSha256(secret.reveal().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Takes bytes as the key.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static HmacSha256 of(byte[] key) {
    return new HmacSha256(key);
  }

  /** Returns the signature of these bytes, one after the other. */
  public byte[] sign(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  public String hex(byte[]... parts) {
    return HexFormat.of().formatHex(sign(parts));
  }

  public String base64(byte[]... parts) {
    return Base64.getEncoder().encodeToString(sign(parts));
  }

  /** Tells whether a signature in hexadecimal digits, of either case, is ours. */
  public boolean isHex(String signature, byte[]... parts) {
    return isEqual(signature.toLowerCase(Locale.ROOT), hex(parts));
  }

  /** Tells whether a signature in base64 is ours. */
  public boolean isBase64(String signature, byte[]... parts) {
    return isEqual(signature, base64(parts));
  }

  /** Compares two texts in a time that tells only their lengths. */
  public static boolean isEqual(String given, String ours) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return ALGORITHM;
  }
}
