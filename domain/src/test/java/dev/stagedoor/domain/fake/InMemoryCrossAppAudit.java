package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.domain.ticketing.port.CrossAppAudit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Keeps the record of sessions between applications in memory. */
public final class InMemoryCrossAppAudit implements CrossAppAudit {
  private final InMemoryStore.Table<UUID, CrossAppUse> table;

  public InMemoryCrossAppAudit(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public void add(CrossAppUse use) {
    table.put(use.id(), use);
  }

  @Override
  public Page<CrossAppUse> list(PageRequest page) {
    List<CrossAppUse> all = all();
    return Page.of(all.stream().skip(page.offset()).limit(page.limit()).toList(), page, all.size());
  }

  @Override
  public int purge(Instant before) {
    List<CrossAppUse> old = all().stream().filter(use -> use.at().isBefore(before)).toList();
    old.forEach(use -> table.remove(use.id()));
    return old.size();
  }

  /** Returns every use, the newest first. */
  public List<CrossAppUse> all() {
    return table
        .rows()
        .sorted(
            Comparator.comparing(CrossAppUse::at)
                .thenComparing(use -> use.id().toString())
                .reversed())
        .toList();
  }
}
