package dev.stagedoor.domain.liveselling;

import java.util.Locale;

/** Why a comment made no claim. */
public enum IgnoredWhy {
  /** It does not read as a claim. */
  NO_CLAIM,
  /** The show has no item of any number in it. */
  UNKNOWN_ITEM,
  /** It was not written while the show was live. */
  NOT_LIVE,
  /** Its author has or waits for everything in it already. */
  ALREADY_CLAIMED,
  /** It was removed at the platform. */
  REMOVED,
  /** The page that sells wrote it. */
  OWN_PAGE,
  /** The platform does not say who wrote it. */
  NO_AUTHOR,
  /** It came before, under the same id. */
  DUPLICATE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
