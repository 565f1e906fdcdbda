package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What admins did.
 *
 * @param people the accounts of those who did it, and to whom it was done
 * @param about whose record alone is shown
 */
public record AuditPage(
    Page<AuditEntry> entries, Map<UUID, ListedAccount> people, Optional<UUID> about) {
  /** One thing that was changed. */
  public record Change(String name, String before, String after) {}

  /** Returns what the address of another page of the list says, ending in &. */
  public String query() {
    return about.map(id -> "about=" + id + "&").orElse("");
  }

  /** Returns the address of who did it; the id where there is no such account. */
  public String by(UserId actor) {
    return Optional.ofNullable(people.get(actor.value()))
        .map(ListedAccount::email)
        .orElse(actor.value().toString());
  }

  /** Returns the account it was done to, where it was done to one. */
  public Optional<ListedAccount> to(AuditEntry entry) {
    return entry.account().map(UserId::value).map(people::get);
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
