package dev.stagedoor.application.invoicing;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Gives signs of life from one thread, which is there only while there is something to say. */
final class TimerHeartbeat implements Heartbeat {
  private static final long IDLE_SECONDS = 60;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, TimerHeartbeat::daemon);

  TimerHeartbeat() {
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stagedoor-invoice-leases");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Runnable every(Duration pause, Runnable sign) {
    Future<?> signs =
        timer.scheduleWithFixedDelay(sign, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    return () -> {
      boolean unused = signs.cancel(false);
    };
  }
}
