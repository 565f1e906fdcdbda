package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.auth.AccountView;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who came to a ticketing system.
 *
 * @param account on whose behalf they came
 * @param reference what the system asks with from now on
 */
public record CrossAppView(
    AccountView user,
    AccountView account,
    Optional<TicketedEventId> event,
    Secret reference,
    Instant expiresAt) {}
