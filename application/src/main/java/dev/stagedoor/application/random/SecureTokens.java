package dev.stagedoor.application.random;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens of 256 random bits in URL-safe Base64. */
public final class SecureTokens implements Tokens {
  private static final int BYTES = 32;

  private final SecureRandom random;

  public SecureTokens(SecureRandom random) {
    this.random = random;
  }

  @Override
  public Secret next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
