package dev.stagedoor.application.tv;

import dev.stagedoor.domain.tv.CreditEntry;

/** What was moved, and what is there now. */
public record MovedCredits(CreditEntry entry, long creditsBalance) {}
