package dev.stagedoor.persistence.crypto;

import dev.stagedoor.domain.kernel.Secret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts columns with AES-256-GCM. The stored form is {@code keyId:base64(nonce, ciphertext,
 * tag)}; key id, column and row are authenticated with it.
 */
@Singleton
public final class ColumnCipher {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final String active;
  private final Map<String, SecretKey> keys;

  public ColumnCipher(EncryptionKeys keys) {
    this.active = keys.active();
    this.keys = keys.read();
  }

  /**
   * Encrypts a value with the active key.
   *
   * @param column where it is kept, as {@code table.column}
   * @param row the key of its row
   */
  public String encrypt(String column, UUID row, Secret value) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, active, nonce, column, row);
      byte[] sealed = cipher.doFinal(value.reveal().getBytes(StandardCharsets.UTF_8));
      byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, stored, NONCE_BYTES, sealed.length);
      return active + ":" + Base64.getEncoder().encodeToString(stored);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt " + column, e);
    }
  }

  /** Encrypts a value that may be absent. */
  public @Nullable String encryptNullable(String column, UUID row, @Nullable Secret value) {
    return value == null ? null : encrypt(column, row, value);
  }

  /**
   * Decrypts a stored value.
   *
   * @throws IllegalStateException when its key is not known or not the right one, or when the value
   *     was changed or moved here from another column or row
   */
  public Secret decrypt(String column, UUID row, String stored) {
    int cut = stored.indexOf(':');
    if (cut < 0) {
      throw new IllegalStateException(column + " of " + row + " is not encrypted");
    }
    String keyId = stored.substring(0, cut);
    try {
      byte[] bytes = Base64.getDecoder().decode(stored.substring(cut + 1));
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, keyId, nonce, column, row);
      byte[] open = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return Secret.of(new String(open, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          column + " of " + row + " cannot be decrypted with key '" + keyId + "'", e);
    }
  }

  /** Decrypts a stored value that may be absent. */
  public @Nullable Secret decryptNullable(String column, UUID row, @Nullable String stored) {
    return stored == null ? null : decrypt(column, row, stored);
  }

  private Cipher cipher(int mode, String keyId, byte[] nonce, String column, UUID row)
      throws GeneralSecurityException {
    SecretKey key = keys.get(keyId);
    if (key == null) {
      throw new IllegalStateException("the encryption key '" + keyId + "' is not configured");
    }
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((keyId + ":" + column + ":" + row).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
