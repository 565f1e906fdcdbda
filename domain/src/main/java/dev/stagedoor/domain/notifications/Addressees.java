package dev.stagedoor.domain.notifications;

import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * To whom something is sent: to some people, to everybody of a role, or to everybody.
 *
 * @param users the people, in whatever order they were named; empty for the other kinds
 * @param role the role; empty for the other kinds
 */
public record Addressees(Kind kind, Set<UserId> users, Optional<Role> role) {
  public static final int MOST_USERS = 1000;

  /** How people are named. */
  public enum Kind {
    USERS,
    ROLE,
    ALL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Addressees {
    users = Set.copyOf(users);
    if (users.isEmpty() == (kind == Kind.USERS) || role.isPresent() != (kind == Kind.ROLE)) {
      throw new IllegalArgumentException("not an audience of the kind " + kind);
    }
  }

  public static Addressees everybody() {
    return new Addressees(Kind.ALL, Set.of(), Optional.empty());
  }

  public static Addressees of(Role role) {
    return new Addressees(Kind.ROLE, Set.of(), Optional.of(role));
  }

  /**
   * Names people.
   *
   * @throws DomainException {@code INVALID_VALUE} for nobody or too many
   */
  public static Addressees of(Collection<UserId> users) {
    Set<UserId> each = Set.copyOf(users);
    if (each.isEmpty() || each.size() > MOST_USERS) {
      throw DomainException.invalid(Fault.outside("to.userIds", 1, MOST_USERS));
    }
    return new Addressees(Kind.USERS, each, Optional.empty());
  }
}
