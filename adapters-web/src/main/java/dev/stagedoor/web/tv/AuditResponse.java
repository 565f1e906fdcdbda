package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
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
      String reason,
      Map<String, String> before,
      Map<String, String> after) {
    static Entry from(AuditEntry entry, Map<UserId, String> addresses) {
      return new Entry(
          entry.id().value(),
          entry.at(),
          entry.actor().map(UserId::value),
          entry.actor().map(addresses::get),
          entry.action(),
          entry.subject().kind(),
          entry.subject().id(),
          entry.reason(),
          new TreeMap<>(entry.before()),
          new TreeMap<>(entry.after()));
    }
  }

  /**
   * @param addresses the e-mail addresses of those who did something
   */
  static AuditResponse from(Page<AuditEntry> page, Map<UserId, String> addresses) {
    return new AuditResponse(
        page.items().stream().map(entry -> Entry.from(entry, addresses)).toList(),
        page.page(),
        page.limit(),
        page.total());
  }
}
