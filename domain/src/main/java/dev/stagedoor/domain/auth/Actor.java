package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands for whoever makes a call: a signed-in account, an anonymous visitor, or the system itself
 * (jobs, webhooks). Every service method takes one first; there is no ambient "current user".
 */
public final class Actor {
  private static final Actor SYSTEM = new Actor("system", null, null);
  private static final Actor VISITOR = new Actor("visitor", null, null);

  private final String kind;
  private final @Nullable UserId user;
  private final @Nullable Role role;

  private Actor(String kind, @Nullable UserId user, @Nullable Role role) {
    this.kind = kind;
    this.user = user;
    this.role = role;
  }

  /** The system: may do what an admin may, and is no person. */
  public static Actor system() {
    return SYSTEM;
  }

  /** Somebody who is not signed in. */
  public static Actor visitor() {
    return VISITOR;
  }

  public static Actor user(UserId user, Role role) {
    return new Actor("user", Objects.requireNonNull(user), Objects.requireNonNull(role));
  }

  public boolean isSignedIn() {
    return user != null;
  }

  /** Tells whether this caller may do what any relation may. */
  public boolean isAdmin() {
    return this.equals(SYSTEM) || role == Role.ADMIN;
  }

  public boolean has(Role wanted) {
    return role == wanted;
  }

  public boolean is(@Nullable UserId other) {
    return user != null && user.equals(other);
  }

  /** Returns the account, or refuses with {@code NOT_SIGNED_IN}. */
  public UserId userId() {
    if (user == null) {
      throw new DomainException(CommonError.NOT_SIGNED_IN);
    }
    return user;
  }

  /**
   * Returns the account of somebody in that role, or refuses: {@code NOT_SIGNED_IN} for a visitor,
   * {@code NOT_ALLOWED} for any other role, admins among them.
   */
  public UserId userIdAs(Role wanted) {
    UserId account = userId();
    if (!has(wanted)) {
      throw DomainException.notAllowed();
    }
    return account;
  }

  public Optional<UserId> user() {
    return Optional.ofNullable(user);
  }

  /** Refuses a visitor with {@code NOT_SIGNED_IN}, whatever they ask for. */
  public void mustBeSignedIn() {
    if (!isAdmin()) {
      userId();
    }
  }

  /**
   * Refuses anybody but an admin: {@code NOT_SIGNED_IN} for a visitor, else {@code NOT_ALLOWED}.
   */
  public void mustBeAdmin() {
    if (isAdmin()) {
      return;
    }
    userId();
    throw DomainException.notAllowed();
  }

  /** Refuses anybody who is not in that role, as {@link #userIdAs} does. */
  public void mustBe(Role wanted) {
    userIdAs(wanted);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Actor actor
        && kind.equals(actor.kind)
        && Objects.equals(user, actor.user)
        && role == actor.role;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, user, role);
  }

  @Override
  public String toString() {
    return user == null ? kind : user + " (" + role + ")";
  }
}
