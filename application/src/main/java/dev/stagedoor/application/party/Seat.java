package dev.stagedoor.application.party;

import java.util.UUID;

/** The open connection by which somebody takes part, and the server that it is to. */
public record Seat(UUID connection, UUID instance) {}
