package dev.stagedoor.domain.video;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How far a live stream has come. {@link #canBecome} is the one table of moves. */
public enum StreamStatus {
  /** Planned; nobody has pressed start. */
  SCHEDULED,
  /** The encoder may connect. */
  READY,
  /** An encoder is sending. */
  LIVE,
  /** The encoder has gone; it may come back, or the recording is being made. */
  ENDING,
  /** Over: stopped, or interrupted and recorded. */
  COMPLETED,
  /** The provider could not take what the encoder sent. */
  ERROR;

  private static final Map<StreamStatus, Set<StreamStatus>> MOVES =
      Map.of(
          SCHEDULED, EnumSet.of(READY, LIVE, ENDING, COMPLETED, ERROR),
          READY, EnumSet.of(LIVE, ENDING, COMPLETED, ERROR),
          // Ready only when we learn late that the encoder had gone before somebody pressed start.
          LIVE, EnumSet.of(READY, ENDING, COMPLETED, ERROR),
          ENDING, EnumSet.of(READY, LIVE, COMPLETED, ERROR),
          // Only when an interrupted encoder comes back; a stopped stream stays completed.
          COMPLETED, EnumSet.of(LIVE),
          ERROR, EnumSet.of(READY, LIVE, ENDING, COMPLETED));

  public boolean canBecome(StreamStatus next) {
    return MOVES.getOrDefault(this, Set.of()).contains(next);
  }

  /** Returns the name clients know: {@code live}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
