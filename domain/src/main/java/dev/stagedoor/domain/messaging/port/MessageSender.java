package dev.stagedoor.domain.messaging.port;

import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.OutgoingMessage;

/** Hands a mail to whoever carries it. */
public interface MessageSender {
  /**
   * Hands a message over, at most once per call. The id is passed on, so that a carrier that knows
   * ids delivers a repeated message once. Never throws for what the carrier did.
   */
  DeliveryOutcome send(OutgoingMessage message);
}
