package dev.stagedoor.web.tv;

import dev.stagedoor.application.notifications.NotificationService;
import dev.stagedoor.application.notifications.PreferenceService;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.notifications.NotificationId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Mails to many, sent by admins, and what everybody wants to hear of. */
@Controller("/api/v1/notifications")
@Tag(name = "Notifications")
class NotificationController {
  private final NotificationService notifications;
  private final PreferenceService preferences;
  private final ViewerProfileService profiles;

  NotificationController(
      NotificationService notifications,
      PreferenceService preferences,
      ViewerProfileService profiles) {
    this.notifications = notifications;
    this.preferences = preferences;
    this.profiles = profiles;
  }

  /** Begins to send; each person gets it once. By the same key nothing is sent again. */
  @Post("/send")
  @Status(HttpStatus.ACCEPTED)
  NotificationResponse send(Actor actor, @Body SendRequest request) {
    actor.mustBeAdmin();
    return NotificationResponse.from(notifications.send(actor, request.toCommand()));
  }

  /** Lists what was sent, the newest first. */
  @Get
  NotificationsResponse list(Actor actor, PageRequest page) {
    return NotificationsResponse.from(notifications.list(actor, page));
  }

  /** Returns how far one has come. */
  @Get("/{id}")
  NotificationResponse get(Actor actor, UUID id) {
    return NotificationResponse.from(notifications.get(actor, new NotificationId(id)));
  }

  /** Returns what the caller wants to hear of. */
  @Get("/preferences")
  PreferencesResponse preferences(Actor actor) {
    return PreferencesResponse.from(preferences.mine(actor));
  }

  /** Changes it; the profiles of kids may not. */
  @Put("/preferences")
  PreferencesResponse prefer(Actor actor, ProfileChoice as, @Body PreferencesRequest request) {
    profiles.mustNotBeKids(actor, as);
    return PreferencesResponse.from(preferences.change(actor, request.wanted(), request.reading()));
  }
}
