package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.ProfileView;
import dev.stagedoor.web.fields.NotOnPhones;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A profile, wrapped as clients expect it.
 *
 * @param message what was done, in the caller's language
 */
@Serdeable
public record ViewerProfileResponse(Profile profile, String message) {
  /**
   * A profile as its account sees it.
   *
   * @param labels what there is to know of it, in the caller's language
   */
  @Serdeable
  public record Profile(
      UUID id,
      String name,
      @JsonProperty("avatar_url") Optional<URI> avatarUrl,
      @JsonProperty("is_kids_profile") boolean isKidsProfile,
      @JsonProperty("has_pin") boolean hasPin,
      @JsonProperty("is_default") boolean isDefault,
      @JsonProperty("read_only") boolean readOnly,
      @JsonProperty("locked_until") Optional<Instant> lockedUntil,
      @NotOnPhones @JsonProperty("created_at") Instant createdAt,
      List<String> labels) {
    static Profile from(ProfileView view, Words words) {
      return new Profile(
          view.id(),
          view.name(),
          view.avatar(),
          view.isKids(),
          view.hasPin(),
          view.isDefault(),
          view.isReadOnly(),
          view.lockedUntil(),
          view.createdAt(),
          words.of(view));
    }
  }

  static ViewerProfileResponse from(ProfileView view, Words words, String done) {
    return new ViewerProfileResponse(Profile.from(view, words), words.say(done));
  }
}
