package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.Optional;

/**
 * How a buyer can be written to from a workspace's page.
 *
 * @param person the platform's name for the buyer towards that page, which may differ from the one
 *     beside comments
 * @param buyer the id beside comments, where it is known to be the same person
 * @param lastMessageAt when they last wrote to the page
 */
public record Contact(
    WorkspaceId workspace,
    ProviderRef person,
    Optional<String> buyer,
    Optional<Instant> lastMessageAt) {
  /** Notes a message of theirs; one that is older than what is known changes nothing. */
  public Contact wrote(Instant at) {
    return lastMessageAt.filter(known -> !known.isBefore(at)).isPresent()
        ? this
        : new Contact(workspace, person, buyer, Optional.of(at));
  }

  public Contact is(String buyerId) {
    return new Contact(workspace, person, Optional.of(buyerId), lastMessageAt);
  }
}
