package dev.stagedoor.domain.tv;

import java.util.Objects;
import java.util.UUID;

/** Identifies one entry of the ledger of credits. */
public record CreditEntryId(UUID value) {
  public CreditEntryId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "cred_" + value;
  }
}
