package dev.stagedoor.domain.ticketing.port;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import java.time.Instant;

/** Keeps the record of sessions between applications. All methods need an open unit of work. */
public interface CrossAppAudit {
  void add(CrossAppUse use);

  /** Lists uses, the newest first. */
  Page<CrossAppUse> list(PageRequest page);

  /** Removes what is older than a moment, and returns how many. */
  int purge(Instant before);
}
