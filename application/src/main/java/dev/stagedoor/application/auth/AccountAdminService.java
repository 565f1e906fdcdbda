package dev.stagedoor.application.auth;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.Optional;

/** What admins do about accounts. Each act is recorded. */
@SuppressWarnings("DoNotCallSuggester")
public final class AccountAdminService {
  /** Lists accounts whose address, name or id contains a text, the newest first. */
  public Page<AccountRow> list(Actor actor, Optional<String> search, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Returns one. */
  public AccountRow get(Actor actor, UserId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Gives an account another role, here and at the identity provider.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_ALLOWED} for the caller's own
   */
  public AccountRow changeRole(Actor actor, UserId id, Role role, String reason) {
    throw new UnsupportedOperationException();
  }

  /**
   * Lets an account act no more, from now on. Repeatable.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code NOT_ALLOWED} for the caller's own
   */
  public AccountRow suspend(Actor actor, UserId id, String reason) {
    throw new UnsupportedOperationException();
  }

  /** Lets it act again. Repeatable. */
  public AccountRow resume(Actor actor, UserId id, String reason) {
    throw new UnsupportedOperationException();
  }
}
