package dev.stagedoor.application.port;

import dev.stagedoor.application.events.StoredEvent;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Instant;
import java.util.Optional;

/** The read side of events. All methods need an open unit of work. */
public interface EventQueries {
  Optional<StoredEvent> event(EventId id);

  /** Lists events that are not over, the one that begins first first. */
  Page<StoredEvent> upcoming(Instant now, PageRequest page);

  /** Lists what somebody organises, the one that begins last first. */
  Page<StoredEvent> organisedBy(UserId organiser, PageRequest page);
}
