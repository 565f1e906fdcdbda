package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.stagedoor.application.notifications.ListedNotification;
import dev.stagedoor.domain.notifications.Notification;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.TreeMap;

/** A notification, wrapped as clients expect it. */
@Serdeable
public record NotificationResponse(Shown notification) {
  /**
   * What is sent to many, and how far it has come.
   *
   * @param variables what stands in the places of the variables
   */
  @Serdeable
  public record Shown(
      @JsonUnwrapped NotificationsResponse.Listed listed, Map<String, String> variables) {}

  static NotificationResponse from(Notification one) {
    return new NotificationResponse(
        new Shown(
            NotificationsResponse.Listed.from(ListedNotification.of(one)),
            new TreeMap<>(one.order().values())));
  }
}
