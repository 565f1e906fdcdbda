package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A payment's charge at its provider: none at first, and then always the same one. */
final class Charge {
  private @Nullable ProviderRef ref;
  private @Nullable Secret clientSecret;

  Charge(@Nullable ProviderRef ref, @Nullable Secret clientSecret) {
    this.ref = ref;
    this.clientSecret = clientSecret;
  }

  boolean isKnown() {
    return ref != null;
  }

  /** Takes it in, and tells whether it is this payment's charge; another one changes nothing. */
  boolean accept(ProviderRef charge) {
    if (ref == null) {
      ref = charge;
    }
    return ref.equals(charge);
  }

  /** Takes in what the payer needs to pay it; only the first secret counts. */
  void accept(Optional<Secret> secret) {
    if (clientSecret == null) {
      clientSecret = secret.orElse(null);
    }
  }

  Optional<ProviderRef> ref() {
    return Optional.ofNullable(ref);
  }

  Optional<Secret> clientSecret() {
    return Optional.ofNullable(clientSecret);
  }
}
