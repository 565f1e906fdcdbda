package dev.stagedoor.application.port;

import dev.stagedoor.application.tv.FoundItem;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.SearchText;
import java.util.Optional;

/** Searches what the playlists of one account show. */
public interface SearchQueries {
  /** As many of one playlist as are looked at more closely, and then listed. */
  int MOST = 1_000;

  /**
   * Lists what has the words in its name or group, what fits best first; where that is little, also
   * what is called nearly so. Needs an open unit of work.
   */
  Page<FoundItem> search(
      UserId owner, SearchText wanted, Optional<Channel.Kind> kind, PageRequest page);
}
