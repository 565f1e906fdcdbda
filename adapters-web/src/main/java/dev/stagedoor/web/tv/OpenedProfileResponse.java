package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.OpenedProfile;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** A profile that was opened, and what a device sends along to act as it. */
@Serdeable
public record OpenedProfileResponse(
    ViewerProfileResponse.Profile profile,
    @JsonProperty("profile_token") String profileToken,
    @JsonProperty("expires_at") Instant expiresAt,
    String message) {
  static OpenedProfileResponse from(OpenedProfile opened, Words words, String done) {
    return new OpenedProfileResponse(
        ViewerProfileResponse.Profile.from(opened.profile(), words),
        opened.token().reveal(),
        opened.expiresAt(),
        words.say(done));
  }

  @Override
  public String toString() {
    return "OpenedProfileResponse[" + profile.id() + "]";
  }
}
