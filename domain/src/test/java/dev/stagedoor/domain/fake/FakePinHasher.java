package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Pin;
import dev.stagedoor.domain.tv.port.PinHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes PINs quickly, so that tests need not wait. */
public final class FakePinHasher implements PinHasher {
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public Secret hash(Pin pin) {
    String salt = String.valueOf(made.incrementAndGet());
    return Secret.of(salt + "$" + hashed(salt, pin.digits()));
  }

  @Override
  public boolean matches(Secret typed, Secret hash) {
    String[] parts = hash.reveal().split("\\$", 2);
    if (parts.length != 2) {
      throw new IllegalStateException("not a hash of a PIN");
    }
    return hashed(parts[0], typed).equals(parts[1]);
  }

  private static String hashed(String salt, Secret digits) {
    return Secret.of(salt + digits.reveal()).sha256();
  }
}
