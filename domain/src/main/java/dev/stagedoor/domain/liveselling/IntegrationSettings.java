package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;

/**
 * How invoices are written.
 *
 * @param currency what shows sell in that are made from now on; empty: the workspace's
 * @param memoTemplate what buyers read above the lines; {@code {show}} stands for the show's name
 * @param daysUntilDue how long buyers have, from 1 to 365
 */
public record IntegrationSettings(
    Optional<Currency> currency, String memoTemplate, int daysUntilDue) {
  public static final int MAX_MEMO = 300;

  public IntegrationSettings {
    memoTemplate = memoTemplate.strip();
    Faults faults = new Faults();
    faults.refuseIf(memoTemplate.isEmpty(), Fault.of("settings.memoTemplate", "blank"));
    faults.refuseIf(
        memoTemplate.length() > MAX_MEMO, Fault.longerThan("settings.memoTemplate", MAX_MEMO));
    faults.refuseIf(
        daysUntilDue < 1 || daysUntilDue > 365, Fault.outside("settings.daysUntilDue", 1, 365));
    faults.refuseAny();
  }

  public static IntegrationSettings standard() {
    return new IntegrationSettings(Optional.empty(), "Your claims from {show}", 7);
  }

  /** Returns what buyers of a show read above the lines. */
  public String memo(String show) {
    return memoTemplate.replace("{show}", show);
  }

  public Duration due() {
    return Duration.ofDays(daysUntilDue);
  }
}
