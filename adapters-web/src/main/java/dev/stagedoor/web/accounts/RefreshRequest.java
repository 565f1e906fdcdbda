package dev.stagedoor.web.accounts;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;

/** A refresh token to exchange. */
@Serdeable
public record RefreshRequest(Secret refreshToken) {}
