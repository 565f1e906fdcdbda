package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.WatchProgress;

/** How far the profiles of an account are with what they watch, whichever device they use. */
@SuppressWarnings("DoNotCallSuggester")
public final class WatchProgressService {
  /** Takes in what a device tells, and returns how it stands then. */
  public WatchProgress tell(Actor actor, ProfileChoice as, TellProgress told) {
    throw new UnsupportedOperationException();
  }

  /** Lists what was watched, the last first. */
  public Page<WatchProgress> list(Actor actor, ProfileChoice as, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns how far somebody is with one thing.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_FOUND}
   */
  public WatchProgress get(Actor actor, ProfileChoice as, String itemId) {
    throw new UnsupportedOperationException();
  }

  /** Forgets it. */
  public void remove(Actor actor, ProfileChoice as, String itemId) {
    throw new UnsupportedOperationException();
  }
}
