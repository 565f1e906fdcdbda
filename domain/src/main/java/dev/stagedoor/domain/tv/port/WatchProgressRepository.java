package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.Telling;
import dev.stagedoor.domain.tv.WatchProgress;
import java.util.List;
import java.util.Optional;

/** Keeps how far people watched. All methods need an open unit of work. */
public interface WatchProgressRepository {
  /**
   * Takes in what devices tell, as {@link WatchProgress#and} says, one after the other: however
   * many tell at once, nothing is lost.
   *
   * @return how each stands then, in their order; empty where the account has no such profile
   */
  List<Optional<WatchProgress>> tell(List<Telling> tellings);

  Optional<WatchProgress> find(ProfileId profile, String itemId);

  /** Lists what a profile watched, the last first. */
  Page<WatchProgress> list(ProfileId profile, PageRequest page);

  /** Forgets one; nothing happens where it is not there. */
  void remove(ProfileId profile, String itemId);
}
