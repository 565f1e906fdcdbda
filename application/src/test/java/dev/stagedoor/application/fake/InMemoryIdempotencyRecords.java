package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.IdempotencyRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps answers in memory. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {
  private record Key(String scope, String key) {}

  private record Row(String bodyHash, Instant startedAt, Optional<Answer> answer) {}

  private final Map<Key, Row> rows = new HashMap<>();

  @Override
  public synchronized Known start(Request request, Instant now, Instant expired) {
    Key key = key(request);
    Row row = rows.get(key);
    if (row == null || row.startedAt().isBefore(expired)) {
      rows.put(key, new Row(request.bodyHash(), now, Optional.empty()));
      return new Known(State.STARTED, Optional.empty());
    }
    if (!row.bodyHash().equals(request.bodyHash())) {
      return new Known(State.OTHER_BODY, Optional.empty());
    }
    return new Known(row.answer().isPresent() ? State.FINISHED : State.RUNNING, row.answer());
  }

  @Override
  public synchronized void finish(Request request, Answer answer) {
    if (isRunning(request)) {
      rows.computeIfPresent(
          key(request),
          (key, row) -> new Row(row.bodyHash(), row.startedAt(), Optional.of(answer)));
    }
  }

  @Override
  public synchronized void release(Request request) {
    if (isRunning(request)) {
      rows.remove(key(request));
    }
  }

  private boolean isRunning(Request request) {
    Row row = rows.get(key(request));
    return row != null && row.bodyHash().equals(request.bodyHash()) && row.answer().isEmpty();
  }

  @Override
  public synchronized int purge(Instant expired) {
    int before = rows.size();
    rows.values().removeIf(row -> row.startedAt().isBefore(expired));
    return before - rows.size();
  }

  private static Key key(Request request) {
    return new Key(request.scope(), request.key());
  }
}
