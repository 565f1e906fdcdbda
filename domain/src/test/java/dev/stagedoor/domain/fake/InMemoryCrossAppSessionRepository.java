package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.ticketing.CrossAppSession;
import dev.stagedoor.domain.ticketing.port.CrossAppSessionRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps sessions between applications in memory. */
public final class InMemoryCrossAppSessionRepository implements CrossAppSessionRepository {
  private final InMemoryStore.Table<UUID, CrossAppSession> table;

  public InMemoryCrossAppSessionRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public void add(CrossAppSession session) {
    table.put(session.id(), session);
  }

  @Override
  public Optional<CrossAppSession> lockByToken(String tokenHash) {
    return lock(session -> session.tokenHash().equals(tokenHash));
  }

  @Override
  public Optional<CrossAppSession> lockByReference(String referenceHash) {
    return lock(session -> session.referenceHash().filter(referenceHash::equals).isPresent());
  }

  private Optional<CrossAppSession> lock(Predicate<CrossAppSession> wanted) {
    return all().filter(wanted).findFirst().flatMap(session -> table.lock(session.id()));
  }

  @Override
  public void save(CrossAppSession session) {
    if (table.lock(session.id()).isPresent()) {
      table.put(session.id(), session);
    }
  }

  @Override
  public int purge(Instant before) {
    List<CrossAppSession> over =
        all().filter(session -> session.expiresAt().isBefore(before)).toList();
    over.forEach(session -> table.remove(session.id()));
    return over.size();
  }

  public Stream<CrossAppSession> all() {
    return table.rows();
  }
}
