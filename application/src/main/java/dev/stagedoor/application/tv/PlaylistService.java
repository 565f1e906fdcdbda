package dev.stagedoor.application.tv;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.Programme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The playlists of subscribers: kept with their credentials, fetched on request, browsed. */
@SuppressWarnings("DoNotCallSuggester")
public final class PlaylistService {
  /**
   * Adds a playlist and begins to fetch it.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code PLAN_LIMIT}, {@code
   *     SUBSCRIPTION_NEEDED}, {@code KIDS_PROFILE}, {@code INVALID_VALUE}
   */
  public PlaylistView create(Actor actor, ProfileChoice as, String name, PlaylistAccess access) {
    throw new UnsupportedOperationException();
  }

  /** Lists the caller's playlists, the oldest first, without their credentials. */
  public List<PlaylistView> list(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns one with its credentials, to be entered into a player. For its owner, not from a kids'
   * profile.
   */
  public PlaylistView get(Actor actor, ProfileChoice as, PlaylistId id) {
    throw new UnsupportedOperationException();
  }

  /** Changes what is given; another address or other credentials are fetched anew. */
  public PlaylistView change(Actor actor, ProfileChoice as, PlaylistId id, ChangePlaylist change) {
    throw new UnsupportedOperationException();
  }

  /** Removes one with its channels. */
  public void remove(Actor actor, ProfileChoice as, PlaylistId id) {
    throw new UnsupportedOperationException();
  }

  /** Begins to fetch it again. */
  public PlaylistView refresh(Actor actor, PlaylistId id) {
    throw new UnsupportedOperationException();
  }

  /** Lists channels in the service's order. */
  public Page<ChannelView> channels(
      Actor actor, PlaylistId id, ChannelSearch search, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Returns a channel with the address of its stream. */
  public Channel channel(Actor actor, PlaylistId id, String itemId) {
    throw new UnsupportedOperationException();
  }

  /** Lists the groups of a playlist by name, with how many channels each has. */
  public Map<String, Integer> groups(Actor actor, PlaylistId id) {
    throw new UnsupportedOperationException();
  }

  /** Lists what is on between two moments, a week apart at most, for one channel or for all. */
  public Page<Programme> guide(
      Actor actor,
      PlaylistId id,
      Optional<String> guideId,
      Instant from,
      Instant to,
      PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Returns what fetches. */
  public List<JobHandler> jobs() {
    throw new UnsupportedOperationException();
  }
}
