package dev.stagedoor.domain.channels;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.messaging.MessageId;

/**
 * A message from a page to one person.
 *
 * @param id ours, for logs; platforms know no keys, so a repetition may arrive twice
 */
public record DirectMessage(MessageId id, Channel from, Recipient to, String text) {
  /** Longest text in characters that every platform takes. */
  public static final int LONGEST = 2_000;

  public DirectMessage {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("a message has 1 to " + LONGEST + " characters");
    }
  }

  /** How the person is reached. */
  public sealed interface Recipient {
    /** Names the comment or the person at the platform. */
    ProviderRef ref();
  }

  /** Who wrote a comment: one private reply for each, within the platform's time. */
  public record Commenter(ProviderRef ref) implements Recipient {}

  /** Somebody who wrote to the page, while the platform's window is open. */
  public record Person(ProviderRef ref) implements Recipient {}

  @Override
  public String toString() {
    return id + " to " + to;
  }
}
