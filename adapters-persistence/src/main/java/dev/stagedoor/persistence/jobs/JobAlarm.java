package dev.stagedoor.persistence.jobs;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Wakes the schedulers of this instance when a job was committed, instead of at their next poll.
 */
@Singleton
final class JobAlarm implements Runnable {
  private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();

  @Override
  public void run() {
    sleepers.forEach(Runnable::run);
  }

  void wakes(Runnable sleeper) {
    sleepers.add(sleeper);
  }

  void forgets(Runnable sleeper) {
    sleepers.remove(sleeper);
  }
}
