package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.auth.ListedAccount;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** One page of what admins did. */
@Serdeable
public record AuditResponse(List<Entry> entries, int page, int limit, long total) {
  /**
   * One thing an admin did.
   *
   * @param actorId empty where the system did it
   * @param subjectEmail whose account it was done to; empty for what is no account
   * @param before how what was changed stood before
   */
  @Serdeable
  public record Entry(
      UUID id,
      Instant at,
      @JsonProperty("actor_id") Optional<UUID> actorId,
      @JsonProperty("actor_email") Optional<String> actorEmail,
      String action,
      @JsonProperty("subject_type") String subjectType,
      @JsonProperty("subject_id") UUID subjectId,
      @JsonProperty("subject_email") Optional<String> subjectEmail,
      @JsonProperty("subject_name") Optional<String> subjectName,
      String reason,
      Map<String, String> before,
      Map<String, String> after) {
    static Entry from(AuditEntry entry, Map<UUID, ListedAccount> people) {
      Optional<ListedAccount> subject = entry.account().map(UserId::value).map(people::get);
      return new Entry(
          entry.id().value(),
          entry.at(),
          entry.actor().map(UserId::value),
          entry.actor().map(UserId::value).map(people::get).map(ListedAccount::email),
          entry.action(),
          entry.subject().kind(),
          entry.subject().id(),
          subject.map(ListedAccount::email),
          subject.map(ListedAccount::displayName),
          entry.reason(),
          new TreeMap<>(entry.before()),
          new TreeMap<>(entry.after()));
    }
  }

  /**
   * @param people the accounts of those who did something, and to whom it was done
   */
  static AuditResponse from(Page<AuditEntry> page, Map<UUID, ListedAccount> people) {
    return new AuditResponse(
        page.items().stream().map(entry -> Entry.from(entry, people)).toList(),
        page.page(),
        page.limit(),
        page.total());
  }
}
