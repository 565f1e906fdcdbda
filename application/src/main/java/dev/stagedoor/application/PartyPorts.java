package dev.stagedoor.application;

import dev.stagedoor.domain.party.port.ChatLineRepository;
import dev.stagedoor.domain.party.port.PartyConnections;
import dev.stagedoor.domain.party.port.PartyRepository;
import java.time.InstantSource;

/**
 * What watch parties need of whoever keeps their data.
 *
 * @param clock the one clock of all servers that share the data
 */
public record PartyPorts(
    PartyRepository parties,
    ChatLineRepository lines,
    PartyConnections connections,
    InstantSource clock) {}
