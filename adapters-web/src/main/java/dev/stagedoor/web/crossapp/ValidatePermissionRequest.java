package dev.stagedoor.web.crossapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What a ticketing system wants to know somebody may do. */
@Serdeable
public record ValidatePermissionRequest(
    @JsonProperty("session_token") @Nullable Secret sessionToken,
    @Nullable String permission,
    @JsonProperty("account_id") @Nullable String accountId,
    @JsonProperty("event_id") @Nullable String eventId) {}
