package dev.stagedoor.domain.memorials;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import java.util.Optional;

/** Who may run a memorial, and who may see it. */
public record MemorialAccess(UserId owner, Optional<UserId> director, boolean isPublic) {
  /** Tells whether an actor may run the memorial. */
  public boolean isRunBy(Actor actor) {
    return actor.isAdmin() || actor.is(owner) || director.filter(actor::is).isPresent();
  }

  /** Tells whether an actor may see the memorial. */
  public boolean isOpenTo(Actor actor) {
    return isPublic || isRunBy(actor);
  }

  /**
   * Refuses whoever may not run the memorial: a visitor is asked to sign in; others are told no, or
   * that there is no such thing where they may not know of it.
   */
  public void mustBeRunBy(Actor actor) {
    if (isRunBy(actor)) {
      return;
    }
    actor.userId();
    throw isPublic ? DomainException.notAllowed() : DomainException.notFound();
  }
}
