package dev.stagedoor.providers.sandbox.payments;

import java.util.Locale;

/** How a charge stands on the far side. */
public enum ChargeStatus {
  /** Nobody has paid yet. */
  OPEN,
  /** The bank has not answered. */
  PROCESSING,
  /** The last attempt failed; another may be made. */
  DECLINED,
  SUCCEEDED,
  CANCELLED;

  /** Returns the word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
