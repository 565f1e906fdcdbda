package dev.stagedoor.web.tv;

import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.auth.AccountAdminService;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of what admins did, for admins. */
@Controller("/api/v1/admin/audit")
@Tag(name = "Administration")
class AuditController {
  private final AuditService audit;
  private final AccountAdminService accounts;

  AuditController(AuditService audit, AccountAdminService accounts) {
    this.audit = audit;
    this.accounts = accounts;
  }

  /** Lists what was done, the newest first: all of it, by one admin, or to one thing. */
  @Get
  AuditResponse list(
      Actor actor,
      @QueryValue("actor_id") @Nullable UUID actorId,
      @QueryValue("subject_id") @Nullable UUID subjectId,
      PageRequest page) {
    Page<AuditEntry> entries =
        audit.list(
            actor,
            Optional.ofNullable(actorId).map(UserId::new),
            Optional.ofNullable(subjectId),
            page);
    return AuditResponse.from(entries, accounts.named(actor, AuditEntry.people(entries.items())));
  }
}
