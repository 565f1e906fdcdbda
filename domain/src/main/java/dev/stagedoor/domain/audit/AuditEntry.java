package dev.stagedoor.domain.audit;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing an admin did.
 *
 * @param actor who did it; empty for the system itself
 * @param action what was done: {@code account.role_changed}
 * @param subject what it was done to
 * @param reason why, in the admin's words; may be empty
 * @param before how what was changed stood before, by name; never secrets
 * @param after how it stood afterwards
 */
public record AuditEntry(
    AuditId id,
    Instant at,
    Optional<UserId> actor,
    String action,
    Subject subject,
    String reason,
    Map<String, String> before,
    Map<String, String> after) {
  public static final int MAX_REASON = 500;

  public AuditEntry {
    before = Map.copyOf(new TreeMap<>(before));
    after = Map.copyOf(new TreeMap<>(after));
  }

  /** Returns the account it was done to; empty where it was done to something else. */
  public Optional<UserId> account() {
    return subject.kind().equals("account")
        ? Optional.of(new UserId(subject.id()))
        : Optional.empty();
  }

  /** Returns everybody these entries tell of: who did something, and to whom it was done. */
  public static Set<UserId> people(Collection<AuditEntry> entries) {
    return entries.stream()
        .flatMap(entry -> Stream.concat(entry.actor().stream(), entry.account().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
