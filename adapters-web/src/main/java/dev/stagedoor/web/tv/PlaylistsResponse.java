package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.PlaylistView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The playlists of an account. */
@Serdeable
public record PlaylistsResponse(List<PlaylistResponse.Playlist> playlists) {
  static PlaylistsResponse from(List<PlaylistView> views) {
    return new PlaylistsResponse(views.stream().map(PlaylistResponse.Playlist::from).toList());
  }
}
