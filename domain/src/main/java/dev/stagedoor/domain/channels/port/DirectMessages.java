package dev.stagedoor.domain.channels.port;

import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.channels.DirectMessageOutcome;

/** Writes to people on a platform. */
public interface DirectMessages {
  /**
   * Sends a message, at most once per call. A comment gets one reply, however often it is asked
   * for. Never throws for what the platform did.
   */
  DirectMessageOutcome send(DirectMessage message);
}
