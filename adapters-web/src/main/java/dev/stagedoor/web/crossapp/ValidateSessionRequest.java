package dev.stagedoor.web.crossapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A token to be exchanged. */
@Serdeable
public record ValidateSessionRequest(
    @JsonProperty("session_token") @Nullable Secret sessionToken) {}
