package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.kernel.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps the log of updates in memory; readers get them when a test says so. */
public final class InMemoryLiveUpdates implements LiveUpdates, LiveFeed {
  private final InMemoryStore store;
  private final InMemoryStore.Table<Integer, LiveUpdate> log;
  private final List<Consumer<Entry>> readers = new CopyOnWriteArrayList<>();
  private int told;

  public InMemoryLiveUpdates(InMemoryStore store) {
    this.store = store;
    log = store.table();
  }

  @Override
  public void publish(LiveUpdate update) {
    log.put((int) log.rows().count() + 1, update);
  }

  /** Returns every committed update, oldest first. */
  public List<LiveUpdate> all() {
    return store.read(() -> log.rows().toList());
  }

  /** Hands what was committed since the last call to the readers. */
  public void relay() {
    List<LiveUpdate> all = all();
    for (; told < all.size(); told++) {
      Entry entry = new Entry(String.valueOf(told + 1), all.get(told));
      readers.forEach(reader -> reader.accept(entry));
    }
  }

  @Override
  public Subscription subscribe(Consumer<Entry> reader) {
    readers.add(reader);
    return () -> readers.remove(reader);
  }

  @Override
  public Optional<List<Entry>> since(Subject channel, String place) {
    List<LiveUpdate> all = all();
    if (!place.matches("\\d{1,9}") || Integer.parseInt(place) > all.size()) {
      return Optional.empty();
    }
    List<Entry> after = new ArrayList<>();
    for (int i = Integer.parseInt(place); i < all.size(); i++) {
      if (all.get(i).channel().equals(channel)) {
        after.add(new Entry(String.valueOf(i + 1), all.get(i)));
      }
    }
    return Optional.of(after);
  }
}
