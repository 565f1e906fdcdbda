package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.Programme;
import java.util.List;
import java.util.Optional;

/**
 * Keeps channels and guides by the edition of their playlist, so that one is written while another
 * is shown. All methods need an open unit of work.
 */
public interface ChannelStore {
  /**
   * Adds channels to an edition, after those that are there; whatever has the item id of one that
   * is there is left out.
   *
   * @return how many were added; none to a playlist that is not there
   */
  int add(PlaylistId playlist, int edition, List<Channel> channels);

  /** Adds to the guide of an edition; nothing happens where the playlist is not there. */
  void addGuide(PlaylistId playlist, int edition, List<Programme> programmes);

  /** Removes every edition but one, and what was left of fetches that broke off. */
  void keepOnly(PlaylistId playlist, int edition);

  /** Removes what an edition has so far: its fetch begins anew. */
  void clear(PlaylistId playlist, int edition);

  /** Finds a channel of an edition. */
  Optional<Channel> find(PlaylistId playlist, int edition, String itemId);
}
