package dev.stagedoor.persistence.crypto;

import dev.stagedoor.domain.kernel.Secret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts columns with AES-256-GCM. The stored form is {@code keyId:base64(nonce, ciphertext,
 * tag)}; key id, column and row are authenticated with it.
 *
 * <p>Nonces are random, 96 bits each. Among 2^32 values under one key two are alike with a chance
 * of one in 2^33, within what NIST SP 800-38D allows; change the key before there are more.
 */
@Singleton
public final class ColumnCipher {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] NOTHING = {};

  private final SecureRandom random = new SecureRandom();
  private final String active;
  private final SecretKey activeKey;
  private final Map<String, SecretKey> keys;

  public ColumnCipher(EncryptionKeys keys) {
    this.active = keys.active();
    this.keys = keys.read();
    this.activeKey = Objects.requireNonNull(this.keys.get(active), "the active key");
  }

  /** Encrypts a value with the active key. */
  public String encrypt(Place place, Secret value) {
    byte[] nonce = nonce();
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, active, activeKey, nonce, place);
      byte[] sealed = cipher.doFinal(value.reveal().getBytes(StandardCharsets.UTF_8));
      byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, stored, NONCE_BYTES, sealed.length);
      return active + ":" + Base64.getEncoder().encodeToString(stored);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt " + place, e);
    }
  }

  byte[] nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return nonce;
  }

  /** Encrypts a value that may be absent. */
  public @Nullable String encryptNullable(Place place, @Nullable Secret value) {
    return value == null ? null : encrypt(place, value);
  }

  /**
   * Decrypts a stored value.
   *
   * @throws IllegalStateException when its key is not known or not the right one, or when the value
   *     was changed or moved here from another column or row; the message holds nothing of it
   */
  public Secret decrypt(Place place, String stored) {
    int cut = stored.indexOf(':');
    byte[] bytes = cut < 0 ? NOTHING : bytes(stored.substring(cut + 1));
    // What was never encrypted may be a secret up to the colon, too.
    if (bytes.length < NONCE_BYTES + TAG_BITS / 8 || !EncryptionKeys.isId(stored, cut)) {
      throw new UnreadableValue(place, "is not encrypted", null);
    }
    String keyId = stored.substring(0, cut);
    SecretKey key = keys.get(keyId);
    if (key == null) {
      throw new UnreadableValue(
          place, "needs the encryption key '" + keyId + "', which is not configured", null);
    }
    try {
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, keyId, key, nonce, place);
      byte[] open = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return Secret.of(new String(open, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new UnreadableValue(
          place,
          "cannot be decrypted with the key '"
              + keyId
              + "': the key is another, or the value was changed or moved",
          e);
    }
  }

  /** Decrypts a stored value that may be absent. */
  public @Nullable Secret decryptNullable(Place place, @Nullable String stored) {
    return stored == null ? null : decrypt(place, stored);
  }

  /** Returns the id of the key that new values get. */
  String active() {
    return active;
  }

  /** Returns the ids of all keys that values can be read with. */
  Set<String> readable() {
    return keys.keySet();
  }

  boolean isOfActiveKey(String stored) {
    return stored.startsWith(active + ":");
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException isNone) {
      return NOTHING;
    }
  }

  private static Cipher cipher(int mode, String keyId, SecretKey key, byte[] nonce, Place place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.boundTo(keyId).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
