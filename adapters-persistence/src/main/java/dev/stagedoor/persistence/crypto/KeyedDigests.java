package dev.stagedoor.persistence.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests texts that are only ever compared, so that whoever reads the database cannot try what
 * they were: HMAC-SHA256 with a key that is derived from an encryption key. A digest is bound to
 * what it is of and names its key: {@code keyId/hex}. It cannot be made anew for another key, so it
 * is known for as long as the key it names is configured.
 */
@Singleton
public final class KeyedDigests {
  private static final String ALGORITHM = "HmacSHA256";

  private final String active;
  private final Map<String, SecretKey> keys;

  public KeyedDigests(EncryptionKeys keys) {
    this.active = keys.active();
    this.keys =
        keys.read().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, key -> derive(key.getValue())));
  }

  /**
   * Returns every form a text may be stored in: with the active key first, which is the one to
   * store, then with the other keys.
   *
   * @param of what the text belongs to, each part by itself
   */
  public List<String> of(List<String> of, String text) {
    String bound = bound(of) + text;
    return Stream.concat(
            Stream.of(active), keys.keySet().stream().filter(id -> !id.equals(active)).sorted())
        .map(
            id ->
                id
                    + "/"
                    + HexFormat.of().formatHex(mac(Objects.requireNonNull(keys.get(id)), bound)))
        .toList();
  }

  // The length of each part stands before it, so that no two lists are one text.
  private static String bound(List<String> parts) {
    return parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
  }

  private static SecretKey derive(SecretKey from) {
    return new SecretKeySpec(mac(from, "stagedoor digests of requests"), ALGORITHM);
  }

  private static byte[] mac(SecretKey key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
