package dev.stagedoor.application.ticketing;

import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What takes somebody from here to a ticketing system.
 *
 * @param token good for one exchange until {@code expiresAt}
 * @param redirectUrl where to go with it, where the system lets organisers in from here
 */
public record CrossAppTicket(Secret token, Instant expiresAt, Optional<URI> redirectUrl) {}
