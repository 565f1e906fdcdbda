package dev.stagedoor.domain.party;

import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;

/** What somebody wrote in a party. */
public record ChatLine(
    LineId id, PartyId party, UserId author, String name, String text, Instant at, long sequence) {}
