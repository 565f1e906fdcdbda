package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.tv.PlaylistId;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The playlists of IPTV services that a subscriber uses. */
@Controller("/api/v1/playlists")
@Tag(name = "Subscription TV")
class PlaylistController {
  private final PlaylistService playlists;

  PlaylistController(PlaylistService playlists) {
    this.playlists = playlists;
  }

  /** Adds a playlist and begins to fetch it. Not from a kids' profile. */
  @Post
  @Status(HttpStatus.CREATED)
  PlaylistResponse create(
      Actor actor, ProfileChoice as, Words words, @Body NewPlaylistRequest request) {
    actor.mustBeSignedIn();
    return PlaylistResponse.from(
        playlists.create(actor, as, request.wantedName(), request.access()),
        words.say("ui.done.tv_playlist_added"));
  }

  /** Lists the caller's playlists, the oldest first, without credentials. */
  @Get
  PlaylistsResponse list(Actor actor) {
    return PlaylistsResponse.from(playlists.list(actor));
  }

  /** Returns one with its credentials, to be entered into a player. Not to a kids' profile. */
  @Get("/{id}")
  PlaylistResponse get(Actor actor, ProfileChoice as, UUID id) {
    return PlaylistResponse.from(playlists.get(actor, as, new PlaylistId(id)));
  }

  /** Changes what is sent; with another address or other credentials it is fetched anew. */
  @Patch("/{id}")
  PlaylistResponse change(
      Actor actor, ProfileChoice as, Words words, UUID id, @Body ChangePlaylistRequest request) {
    actor.mustBeSignedIn();
    return PlaylistResponse.from(
        playlists.change(actor, as, new PlaylistId(id), request.toCommand()),
        words.say("ui.done.tv_playlist_saved"));
  }

  /** Removes one with its channels. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Actor actor, ProfileChoice as, UUID id) {
    playlists.remove(actor, as, new PlaylistId(id));
  }

  /** Begins to fetch it again. Not from a kids' profile. */
  @Post("/{id}/refresh")
  @Status(HttpStatus.ACCEPTED)
  PlaylistResponse refresh(Actor actor, ProfileChoice as, Words words, UUID id) {
    return PlaylistResponse.from(
        playlists.refresh(actor, as, new PlaylistId(id)),
        words.say("ui.done.tv_playlist_fetching"));
  }
}
