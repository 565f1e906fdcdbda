package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.sandbox.Remembered;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers in memory; whatever is handed out is immutable. */
public final class InMemorySandboxMemory implements SandboxMemory {
  private final Map<String, Map<String, Remembered>> collections = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Remembered> find(String collection, String id) {
    return Optional.ofNullable(collections.getOrDefault(collection, Map.of()).get(id));
  }

  @Override
  public synchronized List<Remembered> newest(String collection, int limit) {
    List<Remembered> things =
        new ArrayList<>(collections.getOrDefault(collection, Map.of()).values());
    Collections.reverse(things);
    return List.copyOf(things.subList(0, Math.min(limit, things.size())));
  }

  @Override
  public synchronized boolean save(Remembered thing) {
    long stored = find(thing.collection(), thing.id()).map(Remembered::version).orElse(0L);
    if (stored != thing.version()) {
      return false;
    }
    collections
        .computeIfAbsent(thing.collection(), name -> new LinkedHashMap<>())
        .put(thing.id(), new Remembered(thing.collection(), thing.id(), stored + 1, thing.json()));
    return true;
  }

  @Override
  public synchronized void forget(String collection, String id) {
    collections.getOrDefault(collection, new LinkedHashMap<>()).remove(id);
  }
}
