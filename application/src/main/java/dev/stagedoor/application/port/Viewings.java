package dev.stagedoor.application.port;

import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import java.time.Duration;
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

  /** What too few watched to be shown is forgotten where nobody has joined them for so long. */
  Duration RARE_KEPT = Duration.ofDays(42);

  /**
   * Gathers what was told since it was gathered last, whatever the clock of whom it was told to
   * showed; what may still be told with what is being told now, is left for later. Whatever is
   * gathered again changes nothing. Of what its viewer has in no playlist nothing is gathered.
   *
   * @param now what was watched weeks before is of no day any more
   * @param most about so many tellings are read
   * @return how many were; fewer than asked for where no more are there
   */
  int gather(Instant now, int most);

  /** Ranks anew what people watched lately. */
  void rank(TrendWindow window, Instant now);

  /**
   * Forgets the days that no ranking looks at any more; and works, with who watched them, and
   * pairs, that fewer than {@value TrendingItem#LEAST_VIEWERS} accounts watched and nobody new for
   * {@link #RARE_KEPT}.
   *
   * @param most so many works and as many pairs at most
   * @return how many works or pairs; fewer than asked for where no more are there
   */
  int forget(Instant now, int most);
}
