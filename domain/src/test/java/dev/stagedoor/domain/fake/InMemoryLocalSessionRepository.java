package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.LocalSession;
import dev.stagedoor.domain.auth.Rotation;
import dev.stagedoor.domain.auth.SessionId;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps sessions in memory; each call is atomic. */
public final class InMemoryLocalSessionRepository implements LocalSessionRepository {
  private final Map<SessionId, LocalSession> alive = new LinkedHashMap<>();
  private final Map<String, SessionId> replaced = new HashMap<>();

  @Override
  public synchronized void open(LocalSession session) {
    alive.put(session.id(), session);
  }

  @Override
  public synchronized Optional<LocalSession> findByToken(String tokenHash, Instant now) {
    return first(session -> session.tokenHash().equals(tokenHash), now);
  }

  @Override
  public synchronized Optional<LocalSession> find(SessionId id, Instant now) {
    return first(session -> session.id().equals(id), now);
  }

  @Override
  public synchronized Rotation rotate(String tokenHash, String nextTokenHash, Instant now) {
    Optional<LocalSession> current = findByToken(tokenHash, now);
    if (current.isPresent()) {
      LocalSession before = current.get();
      LocalSession after =
          new LocalSession(
              before.id(), before.subject(), nextTokenHash, before.createdAt(), before.expiresAt());
      alive.put(after.id(), after);
      replaced.put(tokenHash, after.id());
      return new Rotation.Rotated(after);
    }
    Optional<SessionId> reused =
        Optional.ofNullable(replaced.get(tokenHash)).filter(id -> find(id, now).isPresent());
    if (reused.isPresent()) {
      alive.remove(reused.get());
      return new Rotation.Reused(reused.get());
    }
    return new Rotation.Unknown();
  }

  @Override
  public synchronized void revoke(String subject, Optional<SessionId> only) {
    alive
        .values()
        .removeIf(
            session ->
                session.subject().equals(subject)
                    && (only.isEmpty() || session.id().equals(only.get())));
  }

  private Optional<LocalSession> first(Predicate<LocalSession> wanted, Instant now) {
    return alive.values().stream()
        .filter(wanted)
        .filter(session -> now.isBefore(session.expiresAt()))
        .findFirst();
  }
}
