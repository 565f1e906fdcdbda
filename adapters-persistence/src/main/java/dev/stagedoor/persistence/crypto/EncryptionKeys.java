package dev.stagedoor.persistence.crypto;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that columns are encrypted with: new values with the active one, old ones with the key
 * they name. To change keys, add one and make it active, and drop the old one when {@link
 * KeyRotation} says that no value needs it. The id of a key belongs to it for ever.
 *
 * @param active the id of the key for new values
 * @param keys every key by its id: 256 bits in Base64, as {@code openssl rand -base64 32} prints
 */
public record EncryptionKeys(String active, Map<String, Secret> keys) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final int LENGTH = 32;

  public EncryptionKeys {
    keys = Map.copyOf(keys);
    if (!keys.containsKey(active)) {
      throw new IllegalArgumentException(
          "the active encryption key '" + active + "' is none of " + keys.keySet());
    }
    keys.forEach(EncryptionKeys::read);
  }

  /** The usual case: one key. */
  public static EncryptionKeys of(String id, Secret key) {
    return new EncryptionKeys(id, Map.of(id, key));
  }

  Map<String, SecretKey> read() {
    Map<String, SecretKey> read = new LinkedHashMap<>();
    keys.forEach((id, key) -> read.put(id, read(id, key)));
    return Map.copyOf(read);
  }

  /** Tells whether a text begins with the id of a key, up to a place in it. */
  static boolean isId(String text, int end) {
    return ID.matcher(text).region(0, end).matches();
  }

  private static SecretKey read(String id, Secret key) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "the id of an encryption key has 1 to 32 letters, digits, hyphens or underscores: " + id);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.reveal());
    } catch (IllegalArgumentException e) {
      // Without the cause, whose message may hold a part of the key.
      throw new IllegalArgumentException("the encryption key '" + id + "' is not Base64");
    }
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "the encryption key '" + id + "' has " + bytes.length + " bytes; it needs " + LENGTH);
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
