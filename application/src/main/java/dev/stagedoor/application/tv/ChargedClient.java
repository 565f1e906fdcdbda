package dev.stagedoor.application.tv;

/** What was done for a client, and what it cost. */
public record ChargedClient(ClientView client, long creditsCharged, long creditsBalance) {}
