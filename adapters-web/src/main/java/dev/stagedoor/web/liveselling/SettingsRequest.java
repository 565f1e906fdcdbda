package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ChangeSettings;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to change of how invoices are written; what is absent stays. */
@Serdeable
public record SettingsRequest(
    @Nullable String currency, @Nullable String memoTemplate, @Nullable Integer daysUntilDue) {
  ChangeSettings toCommand() {
    return new ChangeSettings(
        Sent.currency(currency, "settings.currency"),
        Optional.ofNullable(memoTemplate),
        Optional.ofNullable(daysUntilDue));
  }
}
