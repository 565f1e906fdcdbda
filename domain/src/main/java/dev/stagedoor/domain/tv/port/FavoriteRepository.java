package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.ProfileId;
import java.util.Optional;

/** Keeps favorites. All methods need an open unit of work. */
public interface FavoriteRepository {
  Optional<Favorite> find(ProfileId profile, String itemId);

  /** Adds one, or gives one that is there another name, type and logo; its time stays. */
  Favorite save(Favorite favorite);

  /** Lists the favorites of a profile, of one type where it is given, the newest first. */
  Page<Favorite> list(ProfileId profile, Optional<String> type, PageRequest page);

  /** Counts the favorites of all profiles of an account. */
  int count(UserId owner);

  /** Removes one; nothing happens where it is not there. */
  void remove(ProfileId profile, String itemId);
}
