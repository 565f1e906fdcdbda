package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.NewProfile;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A profile to be made; without a PIN it opens for everybody of the account. */
@Serdeable
public record NewViewerProfileRequest(
    @Nullable String name,
    @JsonProperty("avatar_url") @Nullable String avatarUrl,
    @JsonProperty("is_kids_profile") @Nullable Boolean isKidsProfile,
    @JsonProperty("parental_pin") @Nullable Secret parentalPin) {
  NewProfile toCommand() {
    Optional<URI> avatar =
        Wanted.text(avatarUrl).map(address -> Wanted.address(address, "avatarUrl"));
    return new NewProfile(
        new ViewerProfile.Look(
            Sent.required(name, "name"), avatar, Boolean.TRUE.equals(isKidsProfile)),
        Optional.ofNullable(parentalPin).filter(pin -> !pin.reveal().isEmpty()));
  }
}
