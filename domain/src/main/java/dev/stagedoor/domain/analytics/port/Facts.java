package dev.stagedoor.domain.analytics.port;

import dev.stagedoor.domain.analytics.Fact;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what happened, for good. All methods need an open unit of work. */
public interface Facts {
  /** Adds facts; those whose id is known already change nothing. */
  void record(List<Fact> facts);

  Optional<Fact> find(UUID id);
}
