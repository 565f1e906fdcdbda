package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.WatchProgress;
import dev.stagedoor.domain.tv.Watched;
import java.time.Instant;
import java.util.Optional;

/** Keeps how far people watched. All methods need an open unit of work. */
public interface WatchProgressRepository {
  /**
   * Takes in what a device tells, as {@link WatchProgress#and} says, in one statement: however many
   * tell at once, nothing is lost.
   *
   * @return how it stands then; empty where the account has no such profile
   */
  Optional<WatchProgress> tell(UserId owner, ProfileId profile, Watched told, Instant now);

  Optional<WatchProgress> find(ProfileId profile, String itemId);

  /** Lists what a profile watched, the last first. */
  Page<WatchProgress> list(ProfileId profile, PageRequest page);

  /** Forgets one; nothing happens where it is not there. */
  void remove(ProfileId profile, String itemId);
}
