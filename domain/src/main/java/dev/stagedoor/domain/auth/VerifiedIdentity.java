package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;

/** What a good token or cookie proves: which identity, and until when. */
public record VerifiedIdentity(ProviderRef identity, Instant expiresAt) {}
