package dev.stagedoor.domain.notifications;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody wants to hear of.
 *
 * @param wanted the categories they get; what nobody can do without is always among them
 */
public record Preferences(UserId user, Set<Category> wanted) {
  public Preferences {
    EnumSet<Category> all = EnumSet.noneOf(Category.class);
    all.addAll(wanted);
    for (Category category : Category.values()) {
      if (!category.isOptional()) {
        all.add(category);
      }
    }
    wanted = Collections.unmodifiableSet(all);
  }

  /** Returns what holds for somebody who never chose. */
  public static Preferences usual(UserId user) {
    EnumSet<Category> on = EnumSet.allOf(Category.class);
    on.removeIf(category -> !category.isOnAtFirst());
    return new Preferences(user, on);
  }

  public boolean allows(Category category) {
    return wanted.contains(category);
  }

  /**
   * Returns the same with one category switched on or off.
   *
   * @throws DomainException {@code INVALID_VALUE} where nobody can do without
   */
  public Preferences with(Category category, boolean isWanted) {
    if (!isWanted && !category.isOptional()) {
      throw DomainException.invalid("categories." + category.code(), "fixed");
    }
    EnumSet<Category> next = EnumSet.noneOf(Category.class);
    next.addAll(wanted);
    boolean unused = isWanted ? next.add(category) : next.remove(category);
    return new Preferences(user, next);
  }
}
