package dev.stagedoor.providers.support;

import java.time.Duration;

/** How time passes between repeated calls. */
public interface Waiting {
  /** Really waits. */
  Waiting REAL =
      new Waiting() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void pause(Duration pause) throws InterruptedException {
          Thread.sleep(pause.toMillis());
        }
      };

  /** Returns nanoseconds since some moment; never goes back. */
  long nanoTime();

  void pause(Duration pause) throws InterruptedException;
}
