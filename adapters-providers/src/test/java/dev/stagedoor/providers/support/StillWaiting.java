package dev.stagedoor.providers.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets pauses pass at once, and keeps them. */
final class StillWaiting implements Waiting {
  final List<Duration> pauses = new ArrayList<>();
  private long now;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void pause(Duration pause) {
    pauses.add(pause);
    now += pause.toNanos();
  }
}
