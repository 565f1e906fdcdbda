package dev.stagedoor.providers.sandbox.memory;

import dev.stagedoor.domain.sandbox.Remembered;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One kind of thing the far side keeps.
 *
 * @param <T> an immutable record that Jackson can write and read
 */
public final class Shelf<T> {
  private final SandboxMemory memory;
  private final String collection;
  private final Class<T> type;

  /** What a thing was before a change, and what it is now; equal when nothing changed. */
  public record Change<T>(T before, T after) {}

  public Shelf(SandboxMemory memory, String collection, Class<T> type) {
    this.memory = memory;
    this.collection = collection;
    this.type = type;
  }

  public Optional<T> find(String id) {
    return memory.find(collection, id).map(this::read);
  }

  /** Returns at most {@code limit} things, the newest first. */
  public List<T> newest(int limit) {
    return memory.newest(collection, limit).stream().map(this::read).toList();
  }

  /** Returns the ids of at most {@code limit} things, the newest first. */
  public List<String> newestIds(int limit) {
    return memory.newest(collection, limit).stream().map(Remembered::id).toList();
  }

  /** Keeps a new thing, and returns whether there was none under its id. */
  public boolean add(String id, T thing) {
    return memory.save(new Remembered(collection, id, 0, MemoryJson.write(thing)));
  }

  /**
   * Changes a thing, empty when there is none. The decision is taken again whenever somebody else
   * was faster, so it must do nothing but decide.
   */
  public Optional<Change<T>> change(String id, UnaryOperator<T> decision) {
    while (true) {
      Optional<Remembered> found = memory.find(collection, id);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      T before = read(found.get());
      T after = decision.apply(before);
      if (after.equals(before) || save(id, found.get().version(), after)) {
        return Optional.of(new Change<>(before, after));
      }
    }
  }

  private boolean save(String id, long version, T thing) {
    return memory.save(new Remembered(collection, id, version, MemoryJson.write(thing)));
  }

  /** Forgets a thing; does nothing when there is none. */
  public void forget(String id) {
    memory.forget(collection, id);
  }

  private T read(Remembered remembered) {
    return MemoryJson.read(remembered.json(), type);
  }
}
