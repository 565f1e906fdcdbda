package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.providers.sandbox.payments.Confirmation;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How a charge stands after a buyer has confirmed. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConfirmationResponse(String status, @Nullable Failure error) {
  /** Why the attempt failed. */
  @Serdeable
  record Failure(
      String type, String code, String message, boolean recoverable, boolean shouldRetry) {}

  static ConfirmationResponse from(Confirmation confirmation) {
    return confirmation.match(
        new Confirmation.Cases<>() {
          @Override
          public ConfirmationResponse answered(Confirmation.Answered answered) {
            return new ConfirmationResponse(
                answered.status().word(),
                answered.error().map(ConfirmationResponse::failure).orElse(null));
          }

          @Override
          public ConfirmationResponse lost(Confirmation.Lost lost) {
            throw ControlRefusal.of(
                HttpStatus.GATEWAY_TIMEOUT,
                "ANSWER_LOST",
                "The answer was lost. The payment may have been made.");
          }

          @Override
          public ConfirmationResponse unknownCharge(Confirmation.UnknownCharge unknown) {
            throw ControlRefusal.notFound("The sandbox has no such payment.");
          }
        });
  }

  private static Failure failure(Confirmation.Failure failure) {
    return new Failure(
        failure.type(),
        failure.code(),
        failure.message(),
        failure.recoverable(),
        failure.shouldRetry());
  }
}
