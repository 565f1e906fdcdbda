package dev.stagedoor.providers.stripe;

import dev.stagedoor.domain.kernel.Secret;
import java.util.regex.Pattern;

/** What Stripe's keys tell by their first letters. */
final class StripeKeys {
  private static final Pattern SECRET = Pattern.compile("(sk|rk)_(test|live)_[A-Za-z0-9_]{4,240}");

  private StripeKeys() {}

  /** Tells whether this may be a key that acts: a secret or a restricted one. */
  static boolean isSecret(Secret key) {
    return SECRET.matcher(key.reveal()).matches();
  }

  /** Tells whether real money moves under this key. */
  static boolean isLive(Secret key) {
    return key.reveal().startsWith("sk_live_") || key.reveal().startsWith("rk_live_");
  }
}
