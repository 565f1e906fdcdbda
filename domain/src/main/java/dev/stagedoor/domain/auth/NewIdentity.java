package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/**
 * An identity to be made at the provider, under a subject that we choose. Without a password nobody
 * can sign in until {@code setPassword}.
 */
public record NewIdentity(
    String subject, EmailAddress email, String displayName, Optional<Secret> password) {}
