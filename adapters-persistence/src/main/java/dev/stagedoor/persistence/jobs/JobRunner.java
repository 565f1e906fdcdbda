package dev.stagedoor.persistence.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.persistence.tx.Connections;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queued and recurring jobs on this instance.
 *
 * <p>A job committed here starts at once, one committed elsewhere within half a second. A failed
 * one is repeated after one second, then after pauses that double up to ten minutes, for ever. When
 * an instance dies, the others take its jobs over within half a minute.
 */
@Singleton
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int THREADS = 8;
  private static final Duration POLL = Duration.ofMillis(300);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** The fewest db-scheduler allows; it looks for the dead at every second heartbeat. */
  private static final int MISSED_HEARTBEATS = 4;

  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  /** A job without a handler belongs to an area that is switched off; it waits for it. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final Connections connections;
  private final JobLedger ledger;
  private final JobAlarm alarm;
  private final DatabaseClock clock;
  private final List<Running> started = new CopyOnWriteArrayList<>();

  JobRunner(Connections connections, JobLedger ledger, JobAlarm alarm, DatabaseClock clock) {
    this.connections = connections;
    this.ledger = ledger;
    this.alarm = alarm;
    this.clock = clock;
  }

  /**
   * Jobs that are being run; closing lets those at work finish for a while, then interrupts them.
   */
  public interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Starts to run jobs.
   *
   * @param handlers what does queued jobs, by their names; jobs of other names are left alone
   * @param recurring what is done again and again; its names are others than the handlers'
   */
  public Running start(List<JobHandler> handlers, List<RecurringJob> recurring) {
    Scheduler scheduler =
        Scheduler.create(
                connections.pooled(), handlers.stream().<Task<?>>map(this::queued).toList())
            .startTasks(recurring.stream().map(JobRunner::recurring).toList())
            .tableName(JobTables.NAME)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .clock(clock::instant)
            .threads(THREADS)
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .deleteUnresolvedAfter(NEVER)
            .shutdownMaxWait(LONGEST_STOP)
            .failureLogging(LogLevel.WARN, true)
            .build();
    Runnable wake = scheduler::triggerCheckForDueExecutions;
    alarm.wakes(wake);
    scheduler.start();
    AtomicBoolean closed = new AtomicBoolean();
    Running running =
        () -> {
          if (!closed.getAndSet(true)) {
            alarm.forgets(wake);
            scheduler.stop();
          }
        };
    started.add(running);
    return running;
  }

  /** Closes whatever was started. */
  @Override
  public void close() {
    started.forEach(Running::close);
  }

  private Task<Void> queued(JobHandler handler) {
    return Tasks.custom(handler.name(), Void.class)
        .onFailure((complete, operations) -> ledger.failed(complete.getExecution()))
        .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
        .execute(
            (job, context) -> {
              try {
                handler.work().accept(UUID.fromString(job.getId()));
              } catch (NotYet e) {
                LOG.debug("{} {} is repeated later: {}", job.getTaskName(), job.getId(), e);
                return (complete, operations) -> ledger.notYet(complete.getExecution());
              }
              return (complete, operations) -> ledger.done(complete.getExecution());
            });
  }

  private static RecurringTask<Void> recurring(RecurringJob job) {
    return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
        .execute((instance, context) -> job.work().run());
  }
}
