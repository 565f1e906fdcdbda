package dev.stagedoor.domain.tv;

import java.util.Locale;

/** Why a playlist could not be fetched, as its owner is told. */
public enum PlaylistProblem {
  /** The address leads where nothing may be fetched from: a private network, or no web address. */
  ADDRESS_NOT_ALLOWED,
  /** Nobody answers there, or too slowly. */
  UNREACHABLE,
  /** The service refuses the name and password. */
  CREDENTIALS_REFUSED,
  /** The service answers with an error. */
  SERVICE_FAILED,
  /** There is more than is taken: bytes, entries, or a line too long. */
  TOO_LARGE,
  /** It is no playlist. */
  NOT_A_PLAYLIST,
  /** It is a playlist without a channel. */
  EMPTY;

  /** Returns the name that clients and stored rows use: {@code too_large}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
