package dev.stagedoor.domain.tv;

import java.util.Locale;

/** What moved credits. */
public enum CreditKind {
  /** An admin gave them. */
  GRANT,
  /** An admin took them back. */
  DEDUCTION,
  /** A client was made, for its first month. */
  CLIENT_CREATED,
  /** A client was renewed for another month. */
  CLIENT_RENEWED;

  /** Tells whether it is what a month of a client costs, which may be nothing. */
  public boolean isForAClient() {
    return this == CLIENT_CREATED || this == CLIENT_RENEWED;
  }

  /** Returns the name that clients and stored rows use: {@code client_created}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
