package dev.stagedoor.domain.liveselling;

import java.util.Locale;

/** Why a way of sending was chosen. */
public enum SendReason {
  /** The buyer's comment can be answered in private. */
  REPLY_TO_COMMENT,
  /** The buyer wrote to the page within the last day. */
  INSIDE_WINDOW,
  /** No page is connected that works. */
  NO_PAGE,
  /** The buyer's claims were made by hand, or came from elsewhere. */
  NO_COMMENT,
  /** The comments are older than the week in which they can be answered. */
  COMMENT_TOO_OLD,
  /** Every comment has had its one try, and the buyer never wrote to the page. */
  REPLY_USED,
  /** Every comment has had its one reply, and the buyer did not write to the page lately. */
  WINDOW_CLOSED,
  /** The page has sent as many private replies in this hour as it may. */
  RATE_CAP,
  /** The platform refused; its code is kept beside. */
  REFUSED,
  /** The platform could not be reached. */
  PLATFORM_AWAY,
  /** The answer of the platform was lost: the message may have arrived. */
  MAY_HAVE_ARRIVED,
  /** The provider has no page on which to pay. */
  NO_LINK;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
