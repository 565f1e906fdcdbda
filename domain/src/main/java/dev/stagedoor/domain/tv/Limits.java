package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import java.util.Map;

/**
 * How many of each a subscriber may have. What is there beyond that can be read and removed only.
 */
public record Limits(int profiles, int playlists, int favorites) {
  public static final int MOST_PROFILES = 100;
  public static final int MOST_PLAYLISTS = 100;
  public static final int MOST_FAVORITES = 100_000;

  /**
   * @throws DomainException {@code INVALID_VALUE} where there is no profile, or one is too large
   */
  public Limits {
    Faults faults = new Faults();
    faults.refuseIf(
        profiles < 1 || profiles > MOST_PROFILES, Fault.outside("maxProfiles", 1, MOST_PROFILES));
    faults.refuseIf(
        playlists < 0 || playlists > MOST_PLAYLISTS,
        Fault.outside("maxPlaylists", 0, MOST_PLAYLISTS));
    faults.refuseIf(
        favorites < 0 || favorites > MOST_FAVORITES,
        Fault.outside("maxFavorites", 0, MOST_FAVORITES));
    faults.refuseAny();
  }

  public static Limits trial() {
    return new Limits(5, 3, 100);
  }

  /** Returns the refusal of one more of what there may be so many of. */
  public static DomainException reached(String what, int limit) {
    return new DomainException(TvError.PLAN_LIMIT, Map.of("what", what, "limit", limit));
  }
}
