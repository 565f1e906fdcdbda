package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.PartyId;
import dev.stagedoor.domain.party.port.PartyRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps watch parties in memory. */
public final class InMemoryPartyRepository implements PartyRepository {
  private final InMemoryStore.Table<PartyId, Party.Snapshot> table;
  private final List<Consumer<PartyId>> purged;

  /**
   * @param purged what forgets all else of a party
   */
  InMemoryPartyRepository(InMemoryStore store, List<Consumer<PartyId>> purged) {
    table = store.table();
    this.purged = purged;
  }

  @Override
  public Optional<Party> find(PartyId id) {
    return table.find(id).map(Party::restore);
  }

  @Override
  public Optional<Party> lock(PartyId id) {
    return table.lock(id).map(Party::restore);
  }

  @Override
  public void save(Party party) {
    table.put(party.id(), saved(party), Party.Snapshot::version, party.version());
  }

  private static Party.Snapshot saved(Party party) {
    Party.Snapshot now = party.snapshot();
    return new Party.Snapshot(
        now.id(),
        now.media(),
        now.seats(),
        now.talk(),
        now.playback(),
        now.sequence(),
        now.endedAt(),
        now.createdAt(),
        now.version() + 1);
  }

  @Override
  public List<PartyId> runningOf(UserId host) {
    return table
        .rows()
        .filter(
            party ->
                party.endedAt() == null && party.seats().hostId().filter(host::equals).isPresent())
        .sorted(
            Comparator.comparing(Party.Snapshot::createdAt)
                .thenComparing(party -> party.id().value()))
        .map(Party.Snapshot::id)
        .toList();
  }

  @Override
  public int purge(Instant endedBefore) {
    List<PartyId> over =
        table
            .rows()
            .filter(party -> party.endedAt() != null && party.endedAt().isBefore(endedBefore))
            .map(Party.Snapshot::id)
            .toList();
    over.forEach(
        id -> {
          purged.forEach(forget -> forget.accept(id));
          table.remove(id);
        });
    return over.size();
  }

  public Stream<Party> all() {
    return table.rows().map(Party::restore);
  }
}
