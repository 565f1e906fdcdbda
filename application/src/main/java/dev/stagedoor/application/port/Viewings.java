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
   * Gathers what was told since it was gathered last, whatever the clock of whom it was told to
   * showed; what may still be told with what is being told now, is left for later. Whatever is
   * gathered again changes nothing.
   *
   * @param now what was watched weeks before is of no day any more
   * @param most about so many tellings are read
   * @return whether all was read
   */
  boolean gather(Instant now, int most);

  /** Ranks anew what people watched lately, and forgets the days that are too long ago for that. */
  void rank(Instant now);
}
