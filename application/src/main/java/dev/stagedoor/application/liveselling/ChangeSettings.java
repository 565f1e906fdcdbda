package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.liveselling.IntegrationSettings;
import java.util.Currency;
import java.util.Optional;

/** What to change of how invoices are written; what is absent stays. */
public record ChangeSettings(
    Optional<Currency> currency, Optional<String> memoTemplate, Optional<Integer> daysUntilDue) {
  public static ChangeSettings none() {
    return new ChangeSettings(Optional.empty(), Optional.empty(), Optional.empty());
  }

  IntegrationSettings apply(IntegrationSettings now) {
    return new IntegrationSettings(
        currency.or(now::currency),
        memoTemplate.orElse(now.memoTemplate()),
        daysUntilDue.orElse(now.daysUntilDue()));
  }
}
