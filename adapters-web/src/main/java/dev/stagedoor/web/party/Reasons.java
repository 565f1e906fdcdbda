package dev.stagedoor.web.party;

import io.micronaut.websocket.CloseReason;

/** Why guests are shown out. */
final class Reasons {
  static final CloseReason NOT_TEXT = new CloseReason(1007, "not a message in JSON");
  static final CloseReason TOO_MANY = new CloseReason(1008, "too many messages");
  static final CloseReason TOO_MANY_SOCKETS = new CloseReason(1008, "too many connections");
  static final CloseReason GUESSING = new CloseReason(1008, "too many parties that are not there");

  /** A code of our own: whoever gets it has to sign in before it is of use to come back. */
  static final CloseReason SIGNED_OUT = new CloseReason(4001, "not signed in any more");

  /** One more: whoever gets it may not watch any more, and is told before why. */
  static final CloseReason NOT_ADMITTED = new CloseReason(4003, "not admitted any more");

  private Reasons() {}
}
