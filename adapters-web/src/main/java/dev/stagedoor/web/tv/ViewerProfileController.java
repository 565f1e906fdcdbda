package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.SubscriberService;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ProfileId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who watch under one account. */
@Controller("/api/v1/profiles")
@Tag(name = "Subscription TV")
class ViewerProfileController {
  private final ViewerProfileService profiles;
  private final SubscriberService subscribers;

  ViewerProfileController(ViewerProfileService profiles, SubscriberService subscribers) {
    this.profiles = profiles;
    this.subscribers = subscribers;
  }

  /** Adds a profile. Not from a kids' profile. */
  @Post
  @Status(HttpStatus.CREATED)
  ViewerProfileResponse create(
      Actor actor, ProfileChoice as, Words words, @Body NewViewerProfileRequest request) {
    actor.mustBeSignedIn();
    return ViewerProfileResponse.from(
        profiles.create(actor, as, request.toCommand()), words, "ui.done.tv_profile_added");
  }

  /** Lists the caller's profiles, the default first. */
  @Get
  ViewerProfilesResponse list(Actor actor, Words words) {
    var views = profiles.list(actor);
    return ViewerProfilesResponse.from(
        views, subscribers.me(actor).entitlement().limits().profiles(), words);
  }

  /** Changes what is sent; another PIN, or none, closes it on every device. */
  @Patch("/{id}")
  ViewerProfileResponse change(
      Actor actor,
      ProfileChoice as,
      Words words,
      UUID id,
      @Body ChangeViewerProfileRequest request) {
    actor.mustBeSignedIn();
    return ViewerProfileResponse.from(
        profiles.change(actor, as, new ProfileId(id), request.toCommand()),
        words,
        "ui.done.tv_profile_saved");
  }

  /** Removes a profile with its favorites and its progress. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Actor actor, ProfileChoice as, UUID id) {
    profiles.remove(actor, as, new ProfileId(id));
  }

  /** Opens a profile on a device. */
  @Post("/{id}/select")
  OpenedProfileResponse select(
      Actor actor,
      ProfileChoice as,
      Words words,
      UUID id,
      @Body @Nullable OpenProfileRequest request) {
    Optional<Secret> pin = Optional.ofNullable(request).map(OpenProfileRequest::pin);
    return OpenedProfileResponse.from(
        profiles.open(actor, as, new ProfileId(id), pin), words, "ui.done.tv_profile_opened");
  }
}
