package dev.stagedoor.web.crossapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Where somebody wants to go, because of which event, and on whose behalf. */
@Serdeable
public record GenerateSessionRequest(
    @JsonProperty("app_id") @Nullable String appId,
    @JsonProperty("event_id") @Nullable String eventId,
    @JsonProperty("account_id") @Nullable String accountId) {
  private static final String USUAL = "ticketing";

  static GenerateSessionRequest nothing() {
    return new GenerateSessionRequest(null, null, null);
  }

  String app() {
    return appId == null || appId.isBlank() ? USUAL : appId.strip();
  }
}
