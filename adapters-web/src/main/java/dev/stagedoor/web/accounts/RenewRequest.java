package dev.stagedoor.web.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;

/** A refresh token to exchange, as clients of {@code /api/v1} say it. */
@Serdeable
public record RenewRequest(@JsonProperty("refresh_token") Secret refreshToken) {}
