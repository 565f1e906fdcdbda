package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.ServiceAddresses;
import dev.stagedoor.web.fields.NotOnPhones;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A playlist, wrapped as clients expect it.
 *
 * @param message what was done, in the caller's language
 */
@Serdeable
public record PlaylistResponse(Playlist playlist, Optional<String> message) {
  /**
   * A playlist as its owner sees it.
   *
   * @param url scheme and host, or all of it where the credentials are asked for
   * @param password only where the credentials are asked for
   * @param status fetching, ready or failed
   * @param problem why it could not be fetched
   * @param m3uUrl what a player is given to reach it, with the credentials; only with them
   * @param guideUrl the same for its guide
   */
  @Serdeable
  public record Playlist(
      UUID id,
      String name,
      String url,
      Optional<String> username,
      Optional<String> password,
      String status,
      int channels,
      Optional<String> problem,
      @JsonProperty("fetched_at") Optional<Instant> fetchedAt,
      @JsonProperty("read_only") boolean readOnly,
      @NotOnPhones @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("m3u_url") Optional<String> m3uUrl,
      @JsonProperty("guide_url") Optional<String> guideUrl) {
    static Playlist from(PlaylistView view) {
      return new Playlist(
          view.id(),
          view.name(),
          view.url().reveal(),
          view.username(),
          view.password().map(Secret::reveal),
          view.status(),
          view.channels(),
          view.problem(),
          view.fetchedAt(),
          view.isReadOnly(),
          view.createdAt(),
          view.player().map(ServiceAddresses::playlist).map(URI::toString),
          view.player().flatMap(ServiceAddresses::guide).map(URI::toString));
    }

    @Override
    public String toString() {
      return "Playlist[" + id + "]";
    }
  }

  static PlaylistResponse from(PlaylistView view) {
    return new PlaylistResponse(Playlist.from(view), Optional.empty());
  }

  static PlaylistResponse from(PlaylistView view, String done) {
    return new PlaylistResponse(Playlist.from(view), Optional.of(done));
  }
}
