package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ViewerProfile;
import java.util.List;
import java.util.Optional;

/** Keeps profiles. All methods need an open unit of work. */
public interface ViewerProfileRepository {
  /** Finds a profile of an account; empty where it is somebody else's. */
  Optional<ViewerProfile> find(UserId owner, ProfileId id);

  /** Finds and locks it until the unit of work ends. */
  Optional<ViewerProfile> lock(UserId owner, ProfileId id);

  /** Lists the profiles of an account, the oldest first: that is the default. */
  List<ViewerProfile> of(UserId owner);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(ViewerProfile profile);

  /** Removes a profile with all that is its own: favorites, progress, tokens. */
  void remove(ProfileId id);
}
