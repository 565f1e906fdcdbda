package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;

/** What admins see of subscription TV. */
@SuppressWarnings("DoNotCallSuggester")
public final class TvAdminService {
  /** Returns figures over everything. */
  public TvFigures figures(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Returns an account with all that explains what its holder may do. */
  public UserView user(Actor actor, UserId id) {
    throw new UnsupportedOperationException();
  }
}
