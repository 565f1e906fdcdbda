package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.audit.AuditId;
import dev.stagedoor.domain.audit.port.AuditLog;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the record of what admins did in memory. */
public final class InMemoryAuditLog implements AuditLog {
  private final InMemoryStore.Table<AuditId, AuditEntry> table;

  public InMemoryAuditLog(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public void add(AuditEntry entry) {
    table.put(entry.id(), entry);
  }

  @Override
  public Page<AuditEntry> list(Optional<UserId> actor, Optional<UUID> subject, PageRequest page) {
    List<AuditEntry> found =
        all().stream()
            .filter(entry -> actor.isEmpty() || entry.actor().equals(actor))
            .filter(entry -> subject.filter(id -> !id.equals(entry.subject().id())).isEmpty())
            .toList();
    return Page.of(
        found.stream().skip(page.offset()).limit(page.limit()).toList(), page, found.size());
  }

  /** Returns every entry, the newest first. */
  public List<AuditEntry> all() {
    return table
        .rows()
        .sorted(
            Comparator.comparing(AuditEntry::at)
                .thenComparing(entry -> entry.id().value().toString())
                .reversed())
        .toList();
  }
}
