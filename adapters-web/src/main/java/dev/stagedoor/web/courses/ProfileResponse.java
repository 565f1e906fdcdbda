package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.ProfileView;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody as everybody sees them, and what they teach. */
@Serdeable
public record ProfileResponse(
    UUID id,
    String displayName,
    String headline,
    String bio,
    @Nullable String pictureUrl,
    long followers,
    long following,
    boolean isFollowed,
    List<CourseResponse> courses) {
  static ProfileResponse from(ProfileView view) {
    return new ProfileResponse(
        view.id(),
        view.displayName(),
        view.headline(),
        view.bio(),
        view.pictureUrl().map(URI::toString).orElse(null),
        view.followers(),
        view.following(),
        view.isFollowed(),
        view.courses().stream().map(CourseResponse::from).toList());
  }
}
