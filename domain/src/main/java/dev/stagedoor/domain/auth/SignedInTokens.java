package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Instant;

/** The tokens of one sign-in: a short-lived access token and the refresh token that renews it. */
public record SignedInTokens(
    ProviderRef identity, Secret accessToken, Instant accessExpiresAt, Secret refreshToken) {}
