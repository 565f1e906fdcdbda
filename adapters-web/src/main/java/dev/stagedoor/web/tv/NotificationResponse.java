package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A notification, wrapped as clients expect it. */
@Serdeable
public record NotificationResponse(Notification notification) {
  /**
   * What is sent to many, and how far it has come.
   *
   * @param to {@code users}, {@code role} or {@code all}
   * @param status {@code sending} or {@code sent}
   * @param recipients how many people it is for
   * @param skipped those who do not want it or may not act
   */
  @Serdeable
  public record Notification(
      UUID id,
      Optional<String> key,
      String template,
      String category,
      String to,
      Optional<String> role,
      Map<String, String> variables,
      String status,
      long recipients,
      long sent,
      long skipped,
      @JsonProperty("sent_by") Optional<UUID> sentBy,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("finished_at") Optional<Instant> finishedAt) {
    static Notification from(dev.stagedoor.domain.notifications.Notification one) {
      var order = one.order();
      return new Notification(
          one.id().value(),
          order.key(),
          order.template(),
          order.letter().category().code(),
          order.audience().kind().code(),
          order.audience().role().map(Role::code),
          new TreeMap<>(order.values()),
          one.isDone() ? "sent" : "sending",
          one.recipients(),
          one.sent(),
          one.skipped(),
          one.by().map(UserId::value),
          one.createdAt(),
          one.finishedAt());
    }
  }

  static NotificationResponse from(dev.stagedoor.domain.notifications.Notification one) {
    return new NotificationResponse(Notification.from(one));
  }
}
