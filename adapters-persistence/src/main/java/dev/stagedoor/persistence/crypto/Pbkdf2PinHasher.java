package dev.stagedoor.persistence.crypto;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Pin;
import dev.stagedoor.domain.tv.port.PinHasher;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes PINs with PBKDF2: {@code pbkdf2-sha256$rounds$salt$hash}, both in base64. There are few
 * PINs, so however slow this is, a hash alone is soon guessed: it is encrypted where it is kept,
 * and the tries are counted.
 */
@Singleton
class Pbkdf2PinHasher implements PinHasher {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final Pattern FORM =
      Pattern.compile("pbkdf2-sha256\\$([0-9]{1,9})\\$([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+)");
  private static final int ROUNDS = 120_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  @Override
  public Secret hash(Pin pin) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return Secret.of(
        "pbkdf2-sha256$%d$%s$%s"
            .formatted(
                ROUNDS,
                base64.encodeToString(salt),
                base64.encodeToString(derive(pin, salt, ROUNDS, HASH_BYTES))));
  }

  @Override
  public boolean matches(Secret typed, Secret hash) {
    Matcher parts = FORM.matcher(hash.reveal());
    if (!parts.matches()) {
      throw new IllegalStateException("what is kept of a PIN is not in the form of a hash");
    }
    Pin pin;
    try {
      pin = Pin.parse(typed);
    } catch (DomainException isNone) {
      return false;
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] kept = base64.decode(parts.group(3));
    byte[] found =
        derive(pin, base64.decode(parts.group(2)), Integer.parseInt(parts.group(1)), kept.length);
    return MessageDigest.isEqual(found, kept);
  }

  private static byte[] derive(Pin pin, byte[] salt, int rounds, int bytes) {
    PBEKeySpec spec =
        new PBEKeySpec(pin.digits().reveal().toCharArray(), salt, rounds, bytes * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }
}
