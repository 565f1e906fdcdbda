package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ProfileToken;
import dev.stagedoor.domain.tv.port.ProfileTokenRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps in memory which devices opened which profiles. */
public final class InMemoryProfileTokenRepository implements ProfileTokenRepository {
  private final InMemoryStore.Table<String, ProfileToken> table;

  public InMemoryProfileTokenRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public void add(ProfileToken token) {
    table.put(token.sha256(), token);
  }

  @Override
  public Optional<ProfileToken> find(String sha256) {
    return table.find(sha256);
  }

  @Override
  public void removeOf(ProfileId profile) {
    remove(token -> token.profile().equals(profile));
  }

  @Override
  public int purge(Instant before) {
    return remove(token -> token.expiresAt().isBefore(before));
  }

  private int remove(Predicate<ProfileToken> which) {
    List<ProfileToken> gone = table.rows().filter(which).toList();
    gone.forEach(token -> table.remove(token.sha256()));
    return gone.size();
  }
}
