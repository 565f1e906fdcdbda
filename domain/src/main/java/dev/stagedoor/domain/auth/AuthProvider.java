package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.auth.port.Claims;
import dev.stagedoor.domain.auth.port.Identities;
import dev.stagedoor.domain.auth.port.SessionCookies;
import dev.stagedoor.domain.auth.port.SignIn;
import dev.stagedoor.domain.auth.port.TokenVerifier;
import dev.stagedoor.domain.kernel.ProviderId;

/** What one identity provider can do; all of it is needed. */
public record AuthProvider(
    ProviderId id,
    Identities identities,
    SignIn signIn,
    TokenVerifier tokens,
    SessionCookies cookies,
    Claims claims) {}
