package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.notifications.ListedNotification;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One page of what was sent, the newest first. */
@Serdeable
public record NotificationsResponse(List<Listed> notifications, int page, int limit, long total) {
  /**
   * What is sent to many, and how far it has come, without the values of its variables.
   *
   * @param to {@code users}, {@code role} or {@code all}
   * @param status {@code sending} or {@code sent}
   * @param recipients how many people it is for
   * @param skipped those who do not want it or may not act
   */
  @Serdeable
  public record Listed(
      UUID id,
      Optional<String> key,
      String template,
      String category,
      String to,
      Optional<String> role,
      String status,
      long recipients,
      long sent,
      long skipped,
      @JsonProperty("sent_by") Optional<UUID> sentBy,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("finished_at") Optional<Instant> finishedAt) {
    static Listed from(ListedNotification one) {
      return new Listed(
          one.id().value(),
          one.key(),
          one.template(),
          one.category().code(),
          one.to().code(),
          one.role().map(Role::code),
          one.isDone() ? "sent" : "sending",
          one.recipients(),
          one.sent(),
          one.skipped(),
          one.by().map(UserId::value),
          one.createdAt(),
          one.finishedAt());
    }
  }

  static NotificationsResponse from(Page<ListedNotification> page) {
    return new NotificationsResponse(
        page.items().stream().map(Listed::from).toList(), page.page(), page.limit(), page.total());
  }
}
