package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * One movement of credits. Entries are added and never changed; each says what was there after it.
 *
 * @param number counts the entries of one account from 1, without gaps
 * @param amount what was added; negative where it was taken away
 * @param balance what was there afterwards; never negative
 * @param client whom it was spent on
 * @param actor who moved them; empty for the system
 */
public record CreditEntry(
    CreditEntryId id,
    UserId account,
    long number,
    CreditKind kind,
    long amount,
    long balance,
    String description,
    Optional<ClientId> client,
    Optional<UserId> actor,
    Instant at) {}
