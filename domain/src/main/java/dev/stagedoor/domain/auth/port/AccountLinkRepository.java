package dev.stagedoor.domain.auth.port;

import dev.stagedoor.domain.auth.AccountLink;
import java.util.Optional;

/** Keeps the single-use links of invitations and password resets. Needs an open unit of work. */
public interface AccountLinkRepository {
  /** Adds a new link and voids the user's other ones for the same purpose. */
  void add(AccountLink link);

  /**
   * Finds and locks the link of a token until the unit of work ends, used or not; empty for a token
   * that is unknown or was voided.
   */
  Optional<AccountLink> lock(String tokenHash);

  /** Keeps who holds a link and whether it was used. Does nothing for one that was voided. */
  void save(AccountLink link);
}
