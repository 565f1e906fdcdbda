package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.PersonKey;
import dev.stagedoor.domain.tv.Subscriber;
import java.time.Instant;
import java.util.List;
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

  /**
   * Takes some whose trial ends after one time and not after another, those first that end first.
   * Nobody is ever taken again once the unit of work is committed; those whom another one is taking
   * are left to it.
   */
  List<Subscriber> takeEndingTrials(Instant after, Instant until, int limit);
}
