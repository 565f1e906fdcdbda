package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The playlist of an IPTV service; name and password where they do not stand in its address. */
@Serdeable
public record NewPlaylistRequest(
    @Nullable String name,
    @Nullable Secret url,
    @Nullable String username,
    @Nullable Secret password) {
  String wantedName() {
    return Sent.required(name, "name");
  }

  PlaylistAccess access() {
    return new PlaylistAccess(
        Sent.required(url, "url"),
        Wanted.text(username),
        Optional.ofNullable(password).filter(word -> !word.reveal().isEmpty()));
  }
}
