package dev.stagedoor.application.jobs;

/** Says that a job found nothing wrong but is not done; it is run again later and is no failure. */
public final class NotYet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotYet(String why) {
    super(why);
  }
}
