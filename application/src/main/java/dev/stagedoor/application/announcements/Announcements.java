package dev.stagedoor.application.announcements;

import dev.stagedoor.domain.announcements.Announcement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Calls whoever reacts to a fact, at once and in the unit of work that made it true. If a reaction
 * fails, the fact is not kept either: a paid payment without what it pays for cannot come to be.
 *
 * <p>Reactions are registered while {@code Stagedoor} is put together and never change afterwards.
 */
public final class Announcements {
  private record Reaction<A extends Announcement>(Class<A> to, Consumer<A> call) {
    void react(Announcement announcement) {
      if (to.isInstance(announcement)) {
        call.accept(to.cast(announcement));
      }
    }
  }

  private final List<Reaction<?>> reactions = new ArrayList<>();

  /** Registers what to do when a fact of this kind is announced. */
  public <A extends Announcement> void on(Class<A> kind, Consumer<A> reaction) {
    reactions.add(new Reaction<>(kind, reaction));
  }

  /** Announces facts in order; must be called inside the unit of work that stores them. */
  public void announce(List<Announcement> facts) {
    for (Announcement fact : facts) {
      for (Reaction<?> reaction : reactions) {
        reaction.react(fact);
      }
    }
  }
}
