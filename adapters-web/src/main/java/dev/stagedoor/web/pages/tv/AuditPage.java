package dev.stagedoor.web.pages.tv;

import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.kernel.Page;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What admins did.
 *
 * @param actors addresses of those who did it
 * @param about whose record alone is shown
 */
public record AuditPage(Page<AuditEntry> entries, Map<UUID, String> actors, Optional<UUID> about) {
  /** One thing that was changed. */
  public record Change(String name, String before, String after) {}

  /** Returns what the address of another page of the list says, ending in &. */
  public String query() {
    return about.map(id -> "about=" + id + "&").orElse("");
  }

  public static Iterable<Change> changes(AuditEntry entry) {
    TreeSet<String> names = new TreeSet<>(entry.before().keySet());
    names.addAll(entry.after().keySet());
    Map<String, String> before = new TreeMap<>(entry.before());
    return names.stream()
        .map(
            name ->
                new Change(
                    name, before.getOrDefault(name, ""), entry.after().getOrDefault(name, "")))
        .toList();
  }
}
