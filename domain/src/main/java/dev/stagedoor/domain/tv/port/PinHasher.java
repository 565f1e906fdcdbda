package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Pin;

/** Makes of a PIN what may be kept, slowly; call it outside any unit of work. */
public interface PinHasher {
  /** Returns a salted hash: two of one PIN differ. */
  Secret hash(Pin pin);

  /** Tells whether what was typed is the PIN of a hash; what is no PIN at all is not. */
  boolean matches(Secret typed, Secret hash);
}
