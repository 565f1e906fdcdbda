package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.IdempotencyRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps answers in memory. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {
  private record Key(String scope, String key) {}

  private record Row(
      String bodyHash,
      UUID holder,
      Instant heldUntil,
      Instant keptUntil,
      Optional<Answer> answer) {}

  private final Map<Key, Row> rows = new HashMap<>();
  private final Semaphore renewals = new Semaphore(0);
  private boolean isDead;

  @Override
  public synchronized Known start(Attempt attempt) {
    Key key = key(attempt);
    Row row = rows.get(key);
    if (row == null || !row.keptUntil().isAfter(attempt.at()) || isLeft(row, attempt)) {
      rows.put(
          key,
          new Row(
              attempt.request().bodyHash(),
              attempt.holder(),
              attempt.heldUntil(),
              attempt.keptUntil(),
              Optional.empty()));
      return new Known(State.STARTED, Optional.empty());
    }
    if (!row.bodyHash().equals(attempt.request().bodyHash())) {
      return new Known(State.OTHER_BODY, Optional.empty());
    }
    return new Known(row.answer().isPresent() ? State.FINISHED : State.RUNNING, row.answer());
  }

  private static boolean isLeft(Row row, Attempt attempt) {
    return row.answer().isEmpty()
        && row.bodyHash().equals(attempt.request().bodyHash())
        && !row.heldUntil().isAfter(attempt.at());
  }

  @Override
  public synchronized void renew(Attempt attempt, Instant heldUntil) {
    if (isHeld(attempt)) {
      rows.computeIfPresent(
          key(attempt),
          (key, row) ->
              new Row(row.bodyHash(), row.holder(), heldUntil, row.keptUntil(), row.answer()));
    }
    renewals.release();
  }

  @Override
  public synchronized void finish(Attempt attempt, Answer answer) {
    if (isHeld(attempt)) {
      rows.computeIfPresent(
          key(attempt),
          (key, row) ->
              new Row(
                  row.bodyHash(),
                  row.holder(),
                  row.heldUntil(),
                  row.keptUntil(),
                  Optional.of(answer)));
      notifyAll();
    }
  }

  @Override
  public synchronized void release(Attempt attempt) {
    if (isHeld(attempt)) {
      rows.remove(key(attempt));
    }
  }

  private boolean isHeld(Attempt attempt) {
    Row row = rows.get(key(attempt));
    return !isDead
        && row != null
        && row.holder().equals(attempt.holder())
        && row.answer().isEmpty();
  }

  @Override
  public synchronized int purge(Instant now) {
    int before = rows.size();
    rows.values().removeIf(row -> !row.keptUntil().isAfter(now));
    return before - rows.size();
  }

  /** Has holders die before they can say how their requests ended, or no longer. */
  public synchronized void dying(boolean dead) {
    isDead = dead;
  }

  /** Waits until a lease is renewed that often from now on. */
  public boolean renewedTimes(int times) throws InterruptedException {
    renewals.drainPermits();
    return renewals.tryAcquire(times, 20, TimeUnit.SECONDS);
  }

  /** Waits until no started request is without its answer. */
  public synchronized boolean finished() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (rows.values().stream().anyMatch(row -> row.answer().isEmpty())) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private static Key key(Attempt attempt) {
    return new Key(attempt.request().scope(), attempt.request().key());
  }
}
