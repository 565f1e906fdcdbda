package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.Sha256;

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
    return Sha256.hex(prefix + token.reveal());
  }
}
