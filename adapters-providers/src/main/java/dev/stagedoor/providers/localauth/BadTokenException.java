package dev.stagedoor.providers.localauth;

/** Says why a text is not a good access token, never quoting it. */
final class BadTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  BadTokenException(String why) {
    super(why, null, false, false);
  }
}
