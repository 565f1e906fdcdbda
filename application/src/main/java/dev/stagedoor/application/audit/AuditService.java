package dev.stagedoor.application.audit;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.audit.AuditId;
import dev.stagedoor.domain.audit.port.AuditLog;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the record of what admins did, and shows it to admins. */
public final class AuditService {
  private final UnitOfWork work;
  private final AuditLog log;
  private final Clock clock;
  private final Ids ids;

  public AuditService(UnitOfWork work, AuditLog log, Clock clock, Ids ids) {
    this.work = work;
    this.log = log;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Records, in the open unit of work, what somebody did there.
   *
   * @param action what was done: {@code account.role_changed}
   * @param reason why, in the admin's words; may be empty
   * @param before how what was changed stood before, by name; never secrets
   * @throws DomainException {@code INVALID_VALUE} for a reason that is too long
   */
  public void record(
      Actor actor,
      String action,
      Subject subject,
      String reason,
      Map<String, String> before,
      Map<String, String> after) {
    String why = reason.strip();
    if (why.length() > AuditEntry.MAX_REASON) {
      throw DomainException.invalid(Fault.longerThan("reason", AuditEntry.MAX_REASON));
    }
    log.add(
        new AuditEntry(
            new AuditId(ids.next()),
            clock.instant(),
            actor.user(),
            action,
            subject,
            why,
            before,
            after));
  }

  /**
   * Lists entries, the newest first. For admins.
   *
   * @param by only what this person did
   * @param about only what was done to the thing of this id
   */
  public Page<AuditEntry> list(
      Actor actor, Optional<UserId> by, Optional<UUID> about, PageRequest page) {
    actor.mustBeAdmin();
    return work.read(() -> log.list(by, about, page));
  }
}
