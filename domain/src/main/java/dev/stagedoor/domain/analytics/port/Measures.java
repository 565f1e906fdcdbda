package dev.stagedoor.domain.analytics.port;

import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import java.time.Instant;
import java.util.List;

/** Keeps how the server did. All methods need an open unit of work. */
public interface Measures {
  /** Adds what one process gathered until now. */
  void add(Instant at, List<RequestTally> requests, SystemReading system);
}
