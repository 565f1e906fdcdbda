package dev.stagedoor.domain.party;

import dev.stagedoor.domain.auth.UserId;
import java.util.UUID;

/** A line that is open between a member of a party and one of the servers. */
public record PartyConnection(UUID id, PartyId party, UserId user, UUID instance) {}
