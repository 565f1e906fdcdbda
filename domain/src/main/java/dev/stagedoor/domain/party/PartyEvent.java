package dev.stagedoor.domain.party;

import java.time.Instant;

/**
 * What happened in a party.
 *
 * @param sequence its number: 1 for the first, and one more for each that follows
 */
public record PartyEvent(long sequence, Instant at, Happening what) {}
