package dev.stagedoor.domain.liveselling;

import java.util.Locale;

/** How a buyer gets the link of an invoice. */
public enum SendChannel {
  /** As the one private reply that a comment can have. */
  PRIVATE_REPLY,
  /** As a message, while the buyer's last one to the page is not older than a day. */
  MESSAGE,
  /** By the operator, who has the link. */
  MANUAL;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
