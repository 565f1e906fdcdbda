package dev.stagedoor.domain.messaging;

/** How far a message has come. */
public enum MessageStatus {
  QUEUED,
  /** An attempt was begun; if the process dies now, nobody knows whether it was handed over. */
  SENDING,
  SENT,
  /** Given up: the carrier does not take it, or its reader does not want it any more. */
  REFUSED
}
