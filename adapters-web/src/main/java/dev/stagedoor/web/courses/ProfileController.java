package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.ProfileService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.web.docs.ApiDescription;
import dev.stagedoor.web.json.DataResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;

/** What people tell of themselves, and who follows whom. */
@Controller
@Tag(name = "Courses")
class ProfileController {
  private final ProfileService profiles;

  ProfileController(ProfileService profiles) {
    this.profiles = profiles;
  }

  /** Returns somebody as everybody sees them, with what they teach. */
  @Get(uris = {"/api/user/{id}/profile", "/{id}/profile"})
  @SecurityRequirement(name = ApiDescription.VISITOR)
  DataResponse<ProfileResponse> get(Actor actor, UUID id) {
    return DataResponse.of(ProfileResponse.from(profiles.get(actor, new UserId(id))));
  }

  /** Changes what is sent of what the caller tells of themselves. */
  @Patch(uris = {"/api/user/profile", "/profile"})
  DataResponse<ProfileResponse> change(Actor actor, @Body ChangeProfileRequest request) {
    actor.mustBeSignedIn();
    return DataResponse.of(
        ProfileResponse.from(
            profiles.change(
                actor,
                Optional.ofNullable(request.headline()),
                Optional.ofNullable(request.bio()),
                Optional.ofNullable(request.pictureUrl()))));
  }

  /** Follows somebody. */
  @Post(uris = {"/api/user/{id}/follow", "/{id}/follow"})
  DataResponse<ProfileResponse> follow(Actor actor, UUID id) {
    actor.mustBeSignedIn();
    return DataResponse.of(ProfileResponse.from(profiles.follow(actor, new UserId(id))));
  }

  /** Does not follow somebody any more. */
  @Delete(uris = {"/api/user/{id}/follow", "/{id}/follow"})
  DataResponse<ProfileResponse> unfollow(Actor actor, UUID id) {
    actor.mustBeSignedIn();
    return DataResponse.of(ProfileResponse.from(profiles.unfollow(actor, new UserId(id))));
  }
}
