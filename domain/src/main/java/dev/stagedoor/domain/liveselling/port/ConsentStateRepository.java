package dev.stagedoor.domain.liveselling.port;

import dev.stagedoor.domain.liveselling.ConsentState;
import java.time.Instant;
import java.util.Optional;

/** Keeps who set out to a provider's page of consent. All methods need an open unit of work. */
public interface ConsentStateRepository {
  void add(ConsentState state);

  /** Takes a state away: of any number of concurrent calls exactly one gets it. */
  Optional<ConsentState> take(String stateHash);

  /** Removes those that are too old; returns how many. */
  int purge(Instant now);
}
