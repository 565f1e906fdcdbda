package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.ChangePlaylist;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.json.Given;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a playlist; what is left out stays, null takes it away. */
@Serdeable
public record ChangePlaylistRequest(
    @Nullable String name,
    @Nullable Secret url,
    @Nullable Given username,
    @Nullable Given password) {
  ChangePlaylist toCommand() {
    return new ChangePlaylist(
        Optional.ofNullable(name),
        Optional.ofNullable(url),
        Wanted.change(username, Function.identity()),
        Wanted.change(password, Secret::of));
  }

  @Override
  public String toString() {
    return "ChangePlaylistRequest";
  }
}
