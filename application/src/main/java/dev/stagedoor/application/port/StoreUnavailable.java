package dev.stagedoor.application.port;

/**
 * Says that whoever keeps the data cannot be reached. Work that was being committed just then may
 * or may not have been; everything before it surely was not.
 */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(Throwable cause) {
    super("the database cannot be reached", cause);
  }
}
