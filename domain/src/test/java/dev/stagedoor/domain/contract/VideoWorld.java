package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStreamId;

/** The far side of a video provider, as a test arranges it and looks at it. */
public interface VideoWorld extends FailingFarSide {
  /**
   * Lets an encoder connect in a way the input takes, and returns whether the provider takes it.
   */
  boolean connect(LiveInput input);

  /** Lets the encoder stop sending, some seconds after it began. */
  void disconnect(LiveInput input);

  /** Lets the time pass until every recording is made. */
  void finishRecordings();

  /** Lets the provider do the next thing it is asked, and its answer get lost. */
  void loseNextAnswer();

  /** Counts the live inputs the provider holds for a stream, deleted ones not. */
  int inputsOf(LiveStreamId stream);
}
