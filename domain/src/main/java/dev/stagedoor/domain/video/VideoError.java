package dev.stagedoor.domain.video;

import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Refusal;

/** Why something about a stream was refused. */
public enum VideoError implements ErrorCode {
  /** The stream is over; make a new one. */
  STREAM_COMPLETED(Refusal.CONFLICT),
  STREAM_LIVE(Refusal.CONFLICT),
  TOO_MANY_STREAMS(Refusal.CONFLICT);

  private final Refusal refusal;

  VideoError(Refusal refusal) {
    this.refusal = refusal;
  }

  @Override
  public Refusal refusal() {
    return refusal;
  }
}
