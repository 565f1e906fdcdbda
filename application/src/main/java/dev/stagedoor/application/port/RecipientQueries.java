package dev.stagedoor.application.port;

import dev.stagedoor.application.notifications.Recipient;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.notifications.Addressees;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds who an audience is: accounts that were made by some time and whose registration is
 * complete. All methods need an open unit of work.
 */
public interface RecipientQueries {
  /** Counts them. */
  long count(Addressees audience, Instant madeBy);

  /** Counts everybody, by their roles; roles that nobody has are not among them. */
  Map<Role, Long> countByRole(Instant madeBy);

  /**
   * Lists some, in the order of their ids.
   *
   * @param after the last of those who are done; empty at first
   */
  List<Recipient> next(Addressees audience, Instant madeBy, Optional<UserId> after, int limit);
}
