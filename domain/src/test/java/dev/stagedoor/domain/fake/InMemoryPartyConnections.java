package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.port.PartyConnections;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Knows in memory who is connected to which server. */
public final class InMemoryPartyConnections implements PartyConnections {
  private final InMemoryStore.Table<UUID, PartyConnection> table;
  private final InMemoryStore.Table<UUID, Heard> instances;

  private record Heard(UUID instance, Instant at) {}

  InMemoryPartyConnections(InMemoryStore store) {
    table = store.table();
    instances = store.table();
  }

  @Override
  public void open(PartyConnection connection, Instant now) {
    if (instances.find(connection.instance()).isEmpty()) {
      instances.put(connection.instance(), new Heard(connection.instance(), now));
    }
    table.put(connection.id(), connection);
  }

  @Override
  public void close(UUID connection) {
    table.remove(connection);
  }

  @Override
  public List<PartyConnection> of(PartyId party) {
    return all()
        .filter(connection -> connection.party().equals(party))
        .sorted(Comparator.comparing(PartyConnection::id))
        .toList();
  }

  @Override
  public Optional<Instant> alive(UUID instance, Instant now) {
    Optional<Instant> before = instances.lock(instance).map(Heard::at);
    instances.put(instance, new Heard(instance, now));
    return before;
  }

  @Override
  public List<PartyConnection> lost(Instant before) {
    List<PartyConnection> lost =
        all()
            .filter(
                connection ->
                    instances
                        .find(connection.instance())
                        .filter(heard -> !heard.at().isBefore(before))
                        .isEmpty())
            .sorted(Comparator.comparing(PartyConnection::id))
            .toList();
    instances
        .rows()
        .filter(heard -> heard.at().isBefore(before))
        .map(Heard::instance)
        .filter(one -> all().noneMatch(connection -> connection.instance().equals(one)))
        .forEach(instances::remove);
    return lost;
  }

  void purge(PartyId party) {
    of(party).forEach(connection -> table.remove(connection.id()));
  }

  public Stream<PartyConnection> all() {
    return table.rows();
  }
}
