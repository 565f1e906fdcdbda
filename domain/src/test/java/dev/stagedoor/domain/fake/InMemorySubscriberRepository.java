package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.PersonKey;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps in memory who watches, and who had their trial. */
public final class InMemorySubscriberRepository implements SubscriberRepository {
  private final InMemoryStore.Table<UserId, Subscriber> table;
  private final InMemoryStore.Table<PersonKey, Trial> trials;
  private final InMemoryStore.Table<UserId, Boolean> told;

  private record Trial(UserId user, Instant at) {}

  public InMemorySubscriberRepository(InMemoryStore store) {
    table = store.table();
    trials = store.table();
    told = store.table();
  }

  @Override
  public Optional<Subscriber> find(UserId id) {
    return table.find(id);
  }

  @Override
  public boolean add(Subscriber subscriber) {
    if (table.lock(subscriber.id()).isPresent()) {
      return false;
    }
    table.put(subscriber.id(), subscriber);
    return true;
  }

  @Override
  public void lock(UserId id) {
    table.lock(id);
  }

  @Override
  public boolean claimTrial(PersonKey person, UserId user, Instant now) {
    if (trials.lock(person).isPresent()) {
      return false;
    }
    trials.put(person, new Trial(user, now));
    return true;
  }

  @Override
  public List<Subscriber> takeEndingTrials(Instant after, Instant until, int limit) {
    List<Subscriber> ending =
        table
            .rows()
            .filter(one -> one.trial().filter(end -> end.isAfter(after)).isPresent())
            .filter(one -> one.trial().filter(end -> !end.isAfter(until)).isPresent())
            .filter(one -> told.lock(one.id()).isEmpty())
            .sorted(Comparator.comparing((Subscriber one) -> one.trial().orElseThrow()))
            .limit(limit)
            .toList();
    ending.forEach(one -> told.put(one.id(), true));
    return ending;
  }

  public Stream<Subscriber> all() {
    return table.rows();
  }
}
