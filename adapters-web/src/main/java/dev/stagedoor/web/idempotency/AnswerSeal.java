package dev.stagedoor.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks a kept answer with the key of the request it belongs to. Answers hold tokens; whoever reads
 * the database finds neither them nor the keys that open them, only a hash of each key.
 */
final class AnswerSeal {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec lock;

  private AnswerSeal(SecretKeySpec lock) {
    this.lock = lock;
  }

  static AnswerSeal of(String scope, RepeatKey key) {
    return new AnswerSeal(new SecretKeySpec(hash("seal", scope, key.value()), "AES"));
  }

  /** Returns what a key is kept as. */
  static String name(String scope, RepeatKey key) {
    return HexFormat.of().formatHex(hash("name", scope, key.value()));
  }

  byte[] close(byte[] answer) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, answer);
    byte[] all = Arrays.copyOf(nonce, NONCE + closed.length);
    System.arraycopy(closed, 0, all, NONCE, closed.length);
    return all;
  }

  /**
   * @throws IllegalStateException when the answer was not closed with this key, or was changed
   */
  byte[] open(byte[] all) {
    return run(
        Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), Arrays.copyOfRange(all, NONCE, all.length));
  }

  private byte[] run(int mode, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, lock, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a kept answer cannot be read", e);
    }
  }

  static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  // The length of each part stands before it, so that no two triples are one text.
  private static byte[] hash(String purpose, String scope, String key) {
    String text = purpose.length() + purpose + scope.length() + ":" + scope + key;
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
