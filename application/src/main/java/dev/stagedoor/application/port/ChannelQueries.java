package dev.stagedoor.application.port;

import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.ChannelView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.Programme;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The read side of playlists, by the edition that is shown. All methods need an open unit of work.
 */
public interface ChannelQueries {
  /** Lists channels in the service's order. A text is searched in names, without regard to case. */
  Page<ChannelView> channels(
      PlaylistId playlist, int edition, ChannelSearch search, PageRequest page);

  /** Returns those of these channels that are there, in no order. */
  List<ChannelView> named(PlaylistId playlist, int edition, Set<String> itemIds);

  /** As many groups of a playlist as are listed: a service may put each channel into its own. */
  int MOST_GROUPS = 2_000;

  /**
   * Lists groups by name, with how many channels each has; of more than {@value #MOST_GROUPS} the
   * first ones.
   */
  Map<String, Integer> groups(PlaylistId playlist, int edition);

  /** Lists what is on between two moments, for one channel or for all, the earliest first. */
  Page<Programme> guide(
      PlaylistId playlist,
      int edition,
      Optional<String> guideId,
      Instant from,
      Instant to,
      PageRequest page);

  /** Tells whether anything of an edition's guide is there, whenever it is on; by one look. */
  boolean hasGuide(PlaylistId playlist, int edition);
}
