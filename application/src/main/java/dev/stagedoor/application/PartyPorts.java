package dev.stagedoor.application;

import dev.stagedoor.domain.party.port.ChatLineRepository;
import dev.stagedoor.domain.party.port.PartyConnections;
import dev.stagedoor.domain.party.port.PartyRepository;

/** What watch parties need of whoever keeps their data. */
public record PartyPorts(
    PartyRepository parties, ChatLineRepository lines, PartyConnections connections) {}
