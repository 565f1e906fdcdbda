package dev.stagedoor.application.tv;

import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;

/** Who watches, and what they may do for it. */
@SuppressWarnings("DoNotCallSuggester")
public final class SubscriberService {
  /**
   * Makes an account and lets its holder begin, with a trial where the person had none, and a first
   * profile.
   */
  public SignedIn signUp(NewAccount wanted) {
    throw new UnsupportedOperationException();
  }

  /** Returns the caller as a subscriber; whoever has an account begins with the first call. */
  public SubscriberView me(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Tells whether somebody pays for it; for limits, and so a little out of date at most. */
  public boolean isPremium(UserId user) {
    throw new UnsupportedOperationException();
  }
}
