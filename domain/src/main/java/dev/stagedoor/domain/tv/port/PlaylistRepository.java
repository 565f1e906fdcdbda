package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistId;
import java.util.List;
import java.util.Optional;

/** Keeps playlists. All methods need an open unit of work. */
public interface PlaylistRepository {
  Optional<Playlist> find(PlaylistId id);

  /** Finds and locks a playlist until the unit of work ends. */
  Optional<Playlist> lock(PlaylistId id);

  /** Lists the playlists of an account, the oldest first. */
  List<Playlist> of(UserId owner);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Playlist playlist);

  /** Removes a playlist with its channels and its guide. */
  void remove(PlaylistId id);
}
