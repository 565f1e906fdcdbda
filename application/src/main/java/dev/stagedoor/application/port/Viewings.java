package dev.stagedoor.application.port;

import java.time.Instant;

/**
 * Keeps who watched what, gathered from how far people told they are, and what follows from that:
 * what many watch, and what the same people watch. Two things are the same where they have the same
 * type and name, whichever service offers them. Needs an open unit of work; one that gathers waits
 * for another one.
 */
public interface Viewings {
  /** Who watched for less did not watch. */
  int LEAST_SECONDS = 60;

  /** Of what somebody watched before, so many that were last are paired with what is new. */
  int MOST_PAIRED = 50;

  /**
   * Gathers what was told since it was gathered last. Whatever is gathered again changes nothing.
   *
   * @param until what was told later is left for later: its telling may not be committed yet
   * @param most about so many tellings are read
   * @return whether all was read
   */
  boolean gather(Instant until, int most);

  /** Ranks anew what people watched lately, and forgets the days that are too long ago for that. */
  void rank(Instant now);
}
