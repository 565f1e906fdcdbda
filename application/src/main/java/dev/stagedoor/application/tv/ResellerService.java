package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ClientId;
import java.util.Optional;

/** What resellers do: they serve clients, and pay in credits. */
@SuppressWarnings("DoNotCallSuggester")
public final class ResellerService {
  /** Returns how the caller stands. For resellers. */
  public ResellerView dashboard(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes an account for a client, and pays the first month of a plan; both are there then, or
   * neither.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code INSUFFICIENT_CREDITS}, {@code
   *     PLAN_UNKNOWN}, {@code EMAIL_TAKEN}, {@code INVALID_VALUE}
   */
  public ChargedClient create(Actor actor, NewClient wanted) {
    throw new UnsupportedOperationException();
  }

  /** Lists the caller's clients whose address or name contains a text, the newest first. */
  public Page<ClientView> clients(Actor actor, Optional<String> search, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Returns one of the caller's clients. */
  public ClientView client(Actor actor, ClientId id) {
    throw new UnsupportedOperationException();
  }

  /** Stops serving a client. Repeatable. */
  public ClientView suspend(Actor actor, ClientId id) {
    throw new UnsupportedOperationException();
  }

  /** Serves a client again. Repeatable. */
  public ClientView resume(Actor actor, ClientId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Pays another month, of another plan where a price is named. The same key pays once.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code INSUFFICIENT_CREDITS}, {@code
   *     PLAN_UNKNOWN}
   */
  public ChargedClient renew(
      Actor actor, ClientId id, Optional<String> priceId, Optional<String> key) {
    throw new UnsupportedOperationException();
  }
}
