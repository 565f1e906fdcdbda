package dev.stagedoor.domain.fake;

import java.util.List;

/** The repositories of watch parties, all in one store. */
public record InMemoryParties(
    InMemoryPartyRepository parties,
    InMemoryChatLineRepository lines,
    InMemoryPartyConnections connections) {

  public static InMemoryParties in(InMemoryStore store) {
    InMemoryChatLineRepository lines = new InMemoryChatLineRepository(store);
    InMemoryPartyConnections connections = new InMemoryPartyConnections(store);
    return new InMemoryParties(
        new InMemoryPartyRepository(store, List.of(lines::purge, connections::purge)),
        lines,
        connections);
  }
}
