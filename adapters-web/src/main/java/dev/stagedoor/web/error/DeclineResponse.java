package dev.stagedoor.web.error;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.payments.DeclineReason;
import io.micronaut.serde.annotation.Serdeable;

/** Why a payer's attempt failed, and what they can do now; the same for every provider. */
@Serdeable
public record DeclineResponse(
    String type, String message, boolean recoverable, boolean shouldRetry) {
  public static DeclineResponse of(
      DeclineReason reason, Translations translations, Language language) {
    return new DeclineResponse(
        reason.type(),
        translations.text(language, "errors.payment." + reason.name()),
        reason.isRecoverable(),
        reason.isRetryable());
  }
}
