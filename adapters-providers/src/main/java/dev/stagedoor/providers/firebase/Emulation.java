package dev.stagedoor.providers.firebase;

import com.google.firebase.auth.internal.Utils;
import com.google.firebase.internal.FirebaseProcessEnvironment;
import java.util.Optional;

/**
 * Switches the SDK to the emulator, which is for the whole process: where it is on, no Firebase
 * token that anybody checks in it is checked for who signed it.
 */
final class Emulation {
  static final String VARIABLE = Utils.AUTH_EMULATOR_HOST;

  private Emulation() {}

  /** Returns the emulator that the SDK uses in this process. */
  static Optional<String> inForce() {
    return Optional.ofNullable(Utils.getEmulatorHost()).filter(host -> !host.isEmpty());
  }

  static void enter(String host) {
    FirebaseProcessEnvironment.setenv(VARIABLE, host);
  }

  /** Takes back {@link #enter}; what the environment says stays. */
  static void leave() {
    FirebaseProcessEnvironment.clearCache();
  }

  /** Throws where the SDK would not check signatures, though somebody relies on them. */
  static void mustNotBeInForce() {
    if (inForce().isPresent()) {
      throw new IllegalStateException(
          VARIABLE
              + " is set in this process: no token is taken, for no signature would be checked");
    }
  }
}
