package dev.stagedoor.domain.messaging;

/** How far a message has come. */
public enum MessageStatus {
  QUEUED,
  /** An attempt was begun; if the process dies now, nobody knows whether it was handed over. */
  SENDING,
  SENT,
  REFUSED
}
