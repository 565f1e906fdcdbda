package dev.stagedoor.providers.sandbox.payments;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
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
  CANCELLED,
  /** A newer version wrote it, and this one does not know it. */
  @JsonEnumDefaultValue
  NOT_KNOWN;

  /** Returns the word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
