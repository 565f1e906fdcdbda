package dev.stagedoor.domain.audit.port;

import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.Optional;
import java.util.UUID;

/** Keeps the record. All methods need an open unit of work. */
public interface AuditLog {
  /** Adds an entry in the open unit of work, so that it stands beside what it tells of. */
  void add(AuditEntry entry);

  /**
   * Lists entries, the newest first.
   *
   * @param actor only what this person did
   * @param subject only what was done to the thing of this id
   */
  Page<AuditEntry> list(Optional<UserId> actor, Optional<UUID> subject, PageRequest page);
}
