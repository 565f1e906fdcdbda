package dev.stagedoor.web.crossapp;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One use of a session, or an attempt at one, as the record has it. */
@Serdeable
public record UseResponse(
    UUID id,
    Instant at,
    String action,
    Optional<UUID> sessionId,
    Optional<UUID> userId,
    Optional<UUID> accountId,
    Optional<UUID> eventId,
    boolean allowed,
    Optional<String> refusal,
    String detail,
    String address) {
  static UseResponse from(CrossAppUse use) {
    return new UseResponse(
        use.id(),
        use.at(),
        use.action().code(),
        use.session(),
        use.user().map(UserId::value),
        use.account().map(UserId::value),
        use.event().map(TicketedEventId::value),
        use.refusal().isEmpty(),
        use.refusal(),
        use.detail(),
        use.address());
  }
}
