package dev.stagedoor.bootstrap.config;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys that encrypt credentials in the database (AES-256: 32 bytes each, in Base64). The active
 * one encrypts; the others still decrypt what they once encrypted.
 */
@ConfigurationProperties("stagedoor.encryption")
public record EncryptionConfig(String activeKey, Map<String, String> keys) {
  /** The key that stands in the packaged configuration, for everybody to read. */
  private static final String DEVELOPMENT_KEY = "c3RhZ2Vkb29yLWRldmVsb3BtZW50LWtleS0wMDAwMDA=";

  public EncryptionConfig {
    keys = Map.copyOf(keys);
    encryptionKeys(activeKey, keys);
  }

  public boolean isDevelopmentKeyActive() {
    return DEVELOPMENT_KEY.equals(keys.get(activeKey));
  }

  public EncryptionKeys encryptionKeys() {
    return encryptionKeys(activeKey, keys);
  }

  private static EncryptionKeys encryptionKeys(String active, Map<String, String> keys) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    keys.forEach((name, key) -> secrets.put(name, Secret.of(key)));
    try {
      return new EncryptionKeys(active, secrets);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidSetting("stagedoor.encryption", "cannot be: " + wrong.getMessage());
    }
  }

  @Override
  public String toString() {
    return "EncryptionConfig[activeKey=" + activeKey + ", keys=" + keys.keySet() + "]";
  }
}
