package dev.stagedoor.web.accounts;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;

/** The identity provider's token: Firebase's ID token, or the local provider's access token. */
@Serdeable
public record OpenSessionRequest(Secret idToken) {}
