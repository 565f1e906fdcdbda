package dev.stagedoor.application.audit;

import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** Shows the record of what admins did, to admins. */
@SuppressWarnings("DoNotCallSuggester")
public final class AuditService {
  /**
   * Lists entries, the newest first.
   *
   * @param by only what this person did
   * @param about only what was done to the thing of this id
   */
  public Page<AuditEntry> list(
      Actor actor, Optional<UserId> by, Optional<UUID> about, PageRequest page) {
    throw new UnsupportedOperationException();
  }
}
