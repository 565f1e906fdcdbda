package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The random tokens that sessions are stored under. The kind goes into the hash, so that a cookie
 * is no refresh token, nor the other way round.
 */
enum SessionToken {
  REFRESH("refresh token:"),
  COOKIE("cookie:");

  private final String prefix;

  SessionToken(String prefix) {
    this.prefix = prefix;
  }

  /** Returns the SHA-256 in hexadecimal; the tokens are random, so nothing slower is needed. */
  String hash(Secret token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((prefix + token.reveal()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
