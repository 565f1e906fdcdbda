package dev.stagedoor.web.request;

/**
 * The order in which a request meets our filters; an answer meets them the other way round. Where a
 * filter may refuse a request and also has something to add to every answer, the latter stands one
 * before: the server shows an answer only to what the request has passed.
 */
public final class FilterOrder {
  /** Outermost: every answer has a request id, security headers and a line in the log. */
  public static final int OBSERVE = -100_000;

  /** Answers browsers that ask what another site may send, before anybody is asked who they are. */
  public static final int CROSS_SITE = OBSERVE + 10;

  /** Where servers have their security. */
  public static final int AUTHENTICATE = 39_000;

  /** After the caller is known, even when the proof was bad: bad proofs count too. */
  public static final int LIMIT = AUTHENTICATE + 10;

  /** Refuses bad proofs and other sites. */
  public static final int ADMIT = AUTHENTICATE + 20;

  /** Before anything is made of what was sent; those who are refused have been counted. */
  public static final int READ = AUTHENTICATE + 25;

  /** Innermost: what is replayed was allowed to the same caller. */
  public static final int REPLAY = AUTHENTICATE + 30;

  private FilterOrder() {}
}
