package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id and checks them. Each hash takes megabytes of heap, so only so
 * many are computed at once; who waits too long is told to come back.
 */
final class Argon2Passwords {
  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  private final Argon2Cost cost;
  private final Semaphore turns;
  private final Duration patience;
  private final SecureRandom random;

  Argon2Passwords(Argon2Cost cost, Semaphore turns, Duration patience, SecureRandom random) {
    this.cost = cost;
    this.turns = turns;
    this.patience = patience;
    this.random = random;
  }

  /**
   * What came of a check.
   *
   * @param better the password's hash at today's cost, where the stored one has another
   */
  record Check(boolean matches, Optional<String> better) {}

  /** Hashes a password that the policy allows. */
  String hash(Secret password) {
    PasswordPolicy.check(password);
    return inTurn(() -> fresh(password));
  }

  Check check(Secret password, String stored) {
    if (isTooLong(password)) {
      pretend();
      return new Check(false, Optional.empty());
    }
    PhcHash hash = PhcHash.parse(stored);
    return inTurn(
        () -> {
          byte[] tag = tag(password, hash.cost(), hash.salt(), hash.tag().length);
          boolean matches = MessageDigest.isEqual(tag, hash.tag());
          boolean isOutdated =
              !hash.cost().equals(cost)
                  || hash.salt().length != SALT_BYTES
                  || hash.tag().length != TAG_BYTES;
          return new Check(
              matches, matches && isOutdated ? Optional.of(fresh(password)) : Optional.empty());
        });
  }

  /** Takes the time of a check and does nothing, so that nobody learns there is no password. */
  void pretend() {
    inTurn(() -> tag(Secret.of(""), cost, new byte[SALT_BYTES], TAG_BYTES));
  }

  // Longer ones cannot have been set; hashing them would be work at a stranger's command.
  private static boolean isTooLong(Secret password) {
    return password.reveal().codePointCount(0, password.reveal().length())
        > PasswordPolicy.MAX_LENGTH;
  }

  private String fresh(Secret password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PhcHash(cost, salt, tag(password, cost, salt, TAG_BYTES)).format();
  }

  private static byte[] tag(Secret password, Argon2Cost cost, byte[] salt, int length) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt)
            .build());
    byte[] tag = new byte[length];
    argon2.generateBytes(bytes(password), tag);
    return tag;
  }

  // NIST SP 800-63B: keyboards compose the same characters differently.
  private static byte[] bytes(Secret password) {
    return Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC)
        .getBytes(StandardCharsets.UTF_8);
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProviderException(
            LocalAuth.ID,
            ProviderException.Kind.RATE_LIMITED,
            "too many passwords are being checked",
            patience,
            null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException(
          LocalAuth.ID, ProviderException.Kind.UNAVAILABLE, "interrupted", null, e);
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
