package dev.stagedoor.domain.payments;

/** One failed attempt: our reason, and the provider's own code for the operator. */
public record Decline(DeclineReason reason, String providerCode) {}
