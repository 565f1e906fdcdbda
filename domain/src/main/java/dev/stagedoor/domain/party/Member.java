package dev.stagedoor.domain.party;

import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody with a seat in a party.
 *
 * @param awaySince since when none of their connections is open; empty while they are here
 * @param isReady whether their player said that it could go on
 */
public record Member(
    UserId user, String name, Instant joinedAt, Optional<Instant> awaySince, boolean isReady) {
  public boolean isHere() {
    return awaySince.isEmpty();
  }

  Member hereAs(String otherName) {
    return new Member(user, otherName, joinedAt, Optional.empty(), isReady);
  }

  Member away(Instant since) {
    return new Member(user, name, joinedAt, Optional.of(since), false);
  }

  Member ready(boolean now) {
    return new Member(user, name, joinedAt, awaySince, now);
  }
}
