package dev.stagedoor.domain.messaging;

import dev.stagedoor.domain.kernel.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * One mail to one person, from the wish to the sending.
 *
 * <p>Invariants: an attempt is recorded before the carrier is called; a sent or refused message is
 * never handed over again. An attempt that was cut off is repeated under the same id: carriers that
 * know the id drop it, and for the others a second mail is better than none.
 */
public record Message(
    MessageId id,
    EmailAddress to,
    MessageContent content,
    MessageStatus status,
    int attempts,
    Optional<String> lastError,
    Instant createdAt,
    Optional<Instant> sentAt) {

  public static Message queue(MessageId id, EmailAddress to, MessageContent content, Instant now) {
    return new Message(
        id, to, content, MessageStatus.QUEUED, 0, Optional.empty(), now, Optional.empty());
  }

  public boolean isDone() {
    return status == MessageStatus.SENT || status == MessageStatus.REFUSED;
  }

  /** Records that an attempt begins now. */
  public Message attempt() {
    if (isDone()) {
      throw new IllegalStateException(id + " is " + status);
    }
    return new Message(
        id, to, content, MessageStatus.SENDING, attempts + 1, lastError, createdAt, sentAt);
  }

  /** Gives up what its reader does not want any more. */
  public Message unwanted() {
    if (isDone()) {
      throw new IllegalStateException(id + " is " + status);
    }
    return with(MessageStatus.REFUSED, Optional.of("not wanted any more"), sentAt);
  }

  /** Records what came of the attempt; late news of a message that is done changes nothing. */
  public Message learned(DeliveryOutcome outcome, Instant now) {
    if (isDone()) {
      return this;
    }
    return outcome.match(
        new DeliveryOutcome.Cases<>() {
          @Override
          public Message accepted(DeliveryOutcome.Accepted accepted) {
            return with(MessageStatus.SENT, Optional.empty(), Optional.of(now));
          }

          @Override
          public Message refused(DeliveryOutcome.Refused refused) {
            return with(MessageStatus.REFUSED, Optional.of(refused.why()), sentAt);
          }

          @Override
          public Message deferred(DeliveryOutcome.Deferred deferred) {
            return with(MessageStatus.QUEUED, Optional.of(deferred.why()), sentAt);
          }

          @Override
          public Message unknown(DeliveryOutcome.Unknown unknown) {
            return with(MessageStatus.SENDING, Optional.of(unknown.why()), sentAt);
          }
        });
  }

  public OutgoingMessage outgoing() {
    return new OutgoingMessage(id, to, content);
  }

  private Message with(MessageStatus next, Optional<String> error, Optional<Instant> sent) {
    return new Message(id, to, content, next, attempts, error, createdAt, sent);
  }
}
