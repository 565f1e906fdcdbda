package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.liveselling.ConsentState;
import dev.stagedoor.domain.liveselling.port.ConsentStateRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps states in memory, by their hash. */
public final class InMemoryConsentStateRepository implements ConsentStateRepository {
  private final InMemoryStore.Table<String, ConsentState> table;

  public InMemoryConsentStateRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public void add(ConsentState state) {
    table.put(state.stateHash(), state);
  }

  @Override
  public Optional<ConsentState> take(String stateHash) {
    Optional<ConsentState> found = table.lock(stateHash);
    found.ifPresent(state -> table.remove(state.stateHash()));
    return found;
  }

  @Override
  public int purge(Instant now) {
    List<ConsentState> old =
        table.rows().filter(state -> !now.isBefore(state.expiresAt())).toList();
    old.forEach(state -> table.remove(state.stateHash()));
    return old.size();
  }
}
