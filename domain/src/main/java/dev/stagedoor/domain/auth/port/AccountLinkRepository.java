package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.AccountLink;
import java.time.Instant;
import java.util.Optional;

/** Keeps the single-use links of invitations and password resets. Needs an open unit of work. */
public interface AccountLinkRepository {
  /**
   * Adds a link and voids the user's other ones for the same purpose. Adding one that was used
   * makes it usable again: it is given back when what it was used for could not be done.
   */
  void add(AccountLink link);

  /** Returns a link that could be used now, without using it. */
  Optional<AccountLink> findUsable(String tokenHash, Instant now);

  /**
   * Uses a link up. Of any number of concurrent calls exactly one gets it; all others, and calls
   * for unknown or expired tokens, get nothing. Undone when the unit of work rolls back.
   */
  Optional<AccountLink> use(String tokenHash, Instant now);
}
