package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.PersonKey;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps in memory who watches, and who had their trial. */
public final class InMemorySubscriberRepository implements SubscriberRepository {
  private final InMemoryStore.Table<UserId, Subscriber> table;
  private final InMemoryStore.Table<PersonKey, Trial> trials;

  private record Trial(UserId user, Instant at) {}

  public InMemorySubscriberRepository(InMemoryStore store) {
    table = store.table();
    trials = store.table();
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

  public Stream<Subscriber> all() {
    return table.rows();
  }
}
