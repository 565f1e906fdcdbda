package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.PersonKey;
import dev.stagedoor.domain.tv.Subscriber;
import java.time.Instant;
import java.util.Optional;

/** Keeps who watches. All methods need an open unit of work. */
public interface SubscriberRepository {
  Optional<Subscriber> find(UserId id);

  /** Adds somebody; where they are there already nothing changes, and it returns {@code false}. */
  boolean add(Subscriber subscriber);

  /** Locks somebody until the unit of work ends, so that what they have is counted by one alone. */
  void lock(UserId id);

  /**
   * Notes that a person has a trial, for good.
   *
   * @return whether this was their first
   */
  boolean claimTrial(PersonKey person, UserId user, Instant now);
}
