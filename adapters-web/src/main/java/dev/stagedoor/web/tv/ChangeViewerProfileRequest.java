package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.ChangeProfile;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.json.Given;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a profile; what is left out stays, null takes it away. */
@Serdeable
public record ChangeViewerProfileRequest(
    @Nullable String name,
    @JsonProperty("avatar_url") @Nullable Given avatarUrl,
    @JsonProperty("is_kids_profile") @Nullable Boolean isKidsProfile,
    @JsonProperty("parental_pin") @Nullable Given parentalPin) {
  ChangeProfile toCommand() {
    return new ChangeProfile(
        Optional.ofNullable(name),
        Wanted.change(avatarUrl, text -> Wanted.address(text, "avatarUrl")),
        Optional.ofNullable(isKidsProfile),
        Wanted.change(parentalPin, Secret::of));
  }

  @Override
  public String toString() {
    return "ChangeViewerProfileRequest";
  }
}
