package dev.stagedoor.web.accounts;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.serde.annotation.Serdeable;

/** The token of a mailed link, and the password its holder wants. */
@Serdeable
public record SetPasswordRequest(Secret token, Secret password) {}
