package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.ProfileView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The profiles of an account.
 *
 * @param limit how many the plan allows
 */
@Serdeable
public record ViewerProfilesResponse(List<ViewerProfileResponse.Profile> profiles, int limit) {
  static ViewerProfilesResponse from(List<ProfileView> views, int limit, Words words) {
    return new ViewerProfilesResponse(
        views.stream().map(view -> ViewerProfileResponse.Profile.from(view, words)).toList(),
        limit);
  }
}
