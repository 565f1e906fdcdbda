package dev.stagedoor.bootstrap.config;

/** Stops the start because of a setting; the message names the key and what is allowed. */
public final class InvalidSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSetting(String key, String problem) {
    super(key + " " + problem);
  }
}
