package dev.stagedoor.persistence.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.JobView;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
  private static final String NAME = "send-mail";
  private static final Instant FAR_AWAY = Instant.parse("2900-01-01T00:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final Persistence persistence = Persistence.open(database.pool(), TestDatabase.KEYS);
  private final PersistencePorts ports = persistence.ports();
  private final BlockingQueue<UUID> ran = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    persistence.close();
    database.close();
  }

  private void start(Consumer<UUID> work) {
    persistence.jobRunner().start(List.of(new JobHandler(NAME, work)), List.of());
  }

  private void add(UUID subject, Instant due) {
    ports.unitOfWork().run(() -> ports.outbox().add(new Job(NAME, subject, due)));
  }

  private UUID next() {
    return next(ran);
  }

  private static <T> T next(BlockingQueue<T> queue) {
    try {
      T taken = queue.poll(60, TimeUnit.SECONDS);
      assertThat(taken).as("the next run").isNotNull();
      return taken;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Optional<JobView> job(UUID subject) {
    return ports
        .unitOfWork()
        .read(() -> ports.jobQueries().list(false, new PageRequest(1, 1000)))
        .items()
        .stream()
        .filter(job -> job.subject().equals(subject.toString()))
        .findFirst();
  }

  /** Adds another job and waits for it: by then the one before has been recorded. */
  private void letTheRunBefore(UUID subject) {
    while (job(subject).filter(JobView::running).isPresent()) {
      UUID another = UUID.randomUUID();
      add(another, Instant.now());
      while (!next().equals(another)) {
        // Whatever else runs meanwhile is of no interest.
      }
    }
  }

  @Test
  void aJobRunsOnceItIsCommittedAndIsGone() {
    start(ran::add);
    UUID subject = UUID.randomUUID();
    add(subject, Instant.now());

    assertThat(next()).isEqualTo(subject);
    letTheRunBefore(subject);
    assertThat(job(subject)).isEmpty();
  }

  @Test
  void aJobOfWorkThatFailedNeverRuns() {
    start(ran::add);
    UUID never = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                ports
                    .unitOfWork()
                    .run(
                        () -> {
                          ports.outbox().add(new Job(NAME, never, Instant.now()));
                          throw new UnsupportedOperationException("on purpose");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);
    UUID afterwards = UUID.randomUUID();
    add(afterwards, Instant.now());

    assertThat(next()).isEqualTo(afterwards);
    assertThat(ran).isEmpty();
    assertThat(job(never)).isEmpty();
  }

  @Test
  void aJobRunsOutsideOfAnyUnitOfWork() {
    BlockingQueue<Boolean> open = new LinkedBlockingQueue<>();
    start(subject -> open.add(ports.unitOfWork().isOpen()));
    add(UUID.randomUUID(), Instant.now());

    assertThat(next(open)).isFalse();
  }

  @Test
  void aJobThatFailedIsRepeatedUntilItIsDone() {
    AtomicInteger tries = new AtomicInteger();
    BlockingQueue<Optional<JobView>> seen = new LinkedBlockingQueue<>();
    start(
        subject -> {
          seen.add(job(subject));
          ran.add(subject);
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("on purpose");
          }
        });
    UUID subject = UUID.randomUUID();
    add(subject, Instant.now());

    assertThat(next()).isEqualTo(subject);
    assertThat(next()).isEqualTo(subject);
    assertThat(next(seen).orElseThrow().failures()).isZero();
    JobView second = next(seen).orElseThrow();
    assertThat(second.failures()).isEqualTo(1);
    assertThat(second.lastFailure()).isPresent();
    assertThat(second.running()).isTrue();
    letTheRunBefore(subject);
    assertThat(job(subject)).isEmpty();
  }

  @Test
  void aJobThatFailsIsAmongTheFailingOnesAndWaitsLongerEachTime() {
    start(
        subject -> {
          ran.add(subject);
          throw new IllegalStateException("on purpose");
        });
    UUID subject = UUID.randomUUID();
    database.run(
        """
        insert into jobs (task_name, task_instance, execution_time, consecutive_failures)
        values ('%s', '%s', now(), 30)
        """
            .formatted(NAME, subject));
    assertThat(next()).isEqualTo(subject);
    awaitFailures(subject, 31);

    JobView failing =
        ports
            .unitOfWork()
            .read(() -> ports.jobQueries().list(true, PageRequest.first()))
            .items()
            .get(0);
    assertThat(failing.subject()).isEqualTo(subject.toString());
    assertThat(Duration.between(failing.lastFailure().orElseThrow(), failing.due()))
        .isBetween(Duration.ofSeconds(599), Duration.ofSeconds(601));
  }

  private void awaitFailures(UUID subject, int failures) {
    while (job(subject).orElseThrow().failures() < failures) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aJobThatIsNotYetDoneIsRepeatedAndIsNoFailure() {
    AtomicBoolean early = new AtomicBoolean(true);
    BlockingQueue<JobView> seen = new LinkedBlockingQueue<>();
    start(
        subject -> {
          seen.add(job(subject).orElseThrow());
          if (early.getAndSet(false)) {
            throw new NotYet("on purpose");
          }
          ran.add(subject);
        });
    UUID subject = UUID.randomUUID();
    add(subject, Instant.now());

    assertThat(next()).isEqualTo(subject);
    next(seen);
    JobView second = next(seen);
    assertThat(second.failures()).isZero();
    assertThat(second.lastFailure()).isEmpty();
  }

  @Test
  void aJobAddedWhileItRunsRunsAgain() {
    CountDownLatch added = new CountDownLatch(1);
    start(
        subject -> {
          ran.add(subject);
          await(added);
        });
    UUID subject = UUID.randomUUID();
    add(subject, Instant.now());
    assertThat(next()).isEqualTo(subject);

    add(subject, Instant.now());
    added.countDown();

    assertThat(next()).isEqualTo(subject);
    letTheRunBefore(subject);
    assertThat(job(subject)).isEmpty();
    assertThat(ran).isEmpty();
  }

  @Test
  void aJobThatFailsThoughItWasAddedAgainRunsAgain() {
    CountDownLatch added = new CountDownLatch(1);
    start(
        subject -> {
          ran.add(subject);
          if (added.getCount() > 0) {
            await(added);
            throw new IllegalStateException("on purpose");
          }
        });
    UUID subject = UUID.randomUUID();
    add(subject, Instant.now());
    assertThat(next()).isEqualTo(subject);

    add(subject, Instant.now());
    added.countDown();

    assertThat(next()).isEqualTo(subject);
  }

  @Test
  void aJobRunsWhenItIsDueAndOneMadeDueRunsNow() {
    start(ran::add);
    UUID far = UUID.randomUUID();
    UUID near = UUID.randomUUID();
    add(far, FAR_AWAY);
    add(near, Instant.now());
    assertThat(next()).isEqualTo(near);
    assertThat(ran).isEmpty();

    assertThat(ports.unitOfWork().write(() -> ports.jobQueries().runNow(NAME, far.toString())))
        .isTrue();

    assertThat(next()).isEqualTo(far);
  }

  @Test
  void ofTwoInstancesOneRunsEachJob() {
    int jobs = 60;
    try (Persistence other = Persistence.open(database.pool(), TestDatabase.KEYS)) {
      start(ran::add);
      other.jobRunner().start(List.of(new JobHandler(NAME, ran::add)), List.of());
      Set<UUID> added = new HashSet<>();
      for (int i = 0; i < jobs; i++) {
        UUID subject = UUID.randomUUID();
        added.add(subject);
        add(subject, Instant.now());
      }

      List<UUID> done = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        done.add(next());
      }
      assertThat(done).containsExactlyInAnyOrderElementsOf(added);
      assertThat(ran).isEmpty();
    }
  }

  @Test
  void ajobCommittedByAnInstanceThatRunsNoneIsDoneByAnother() {
    try (Persistence other = Persistence.open(database.pool(), TestDatabase.KEYS)) {
      other.jobRunner().start(List.of(new JobHandler(NAME, ran::add)), List.of());
      UUID subject = UUID.randomUUID();
      add(subject, Instant.now());

      assertThat(next()).isEqualTo(subject);
    }
  }

  @Test
  void aJobOfADeadInstanceIsTakenOver() {
    UUID subject = UUID.randomUUID();
    add(subject, Instant.now());
    database.run(
        "update jobs set picked = true, picked_by = 'dead', version = version + 1,"
            + " last_heartbeat = now() - interval '21 seconds'");

    start(ran::add);

    assertThat(next()).isEqualTo(subject);
  }

  @Test
  void aJobOfALivingInstanceIsNotTakenOver() {
    UUID subject = UUID.randomUUID();
    add(subject, Instant.now());
    database.run(
        "update jobs set picked = true, picked_by = 'busy', version = version + 1,"
            + " last_heartbeat = now() + interval '1 hour'");
    start(ran::add);
    UUID another = UUID.randomUUID();
    add(another, Instant.now());

    assertThat(next()).isEqualTo(another);
    assertThat(job(subject).orElseThrow().running()).isTrue();
    assertThat(ports.unitOfWork().write(() -> ports.jobQueries().runNow(NAME, subject.toString())))
        .isFalse();
  }

  @Test
  void aRunThatWasTakenOverRecordsNothing() {
    CountDownLatch takenOver = new CountDownLatch(1);
    start(
        subject -> {
          ran.add(subject);
          await(takenOver);
        });
    UUID subject = UUID.randomUUID();
    add(subject, Instant.now());
    assertThat(next()).isEqualTo(subject);

    database.run("update jobs set version = version + 1, picked_by = 'another'");
    takenOver.countDown();
    persistence.close();

    try (Persistence after = Persistence.open(database.pool(), TestDatabase.KEYS)) {
      PersistencePorts there = after.ports();
      assertThat(
              there
                  .unitOfWork()
                  .read(() -> there.jobQueries().list(false, PageRequest.first()))
                  .items())
          .singleElement()
          .extracting(JobView::running)
          .isEqualTo(true);
    }
  }

  @Test
  void aJobWithoutAHandlerHereIsLeftAlone() {
    start(ran::add);
    UUID foreign = UUID.randomUUID();
    ports
        .unitOfWork()
        .run(() -> ports.outbox().add(new Job("of-another-area", foreign, Instant.EPOCH)));
    UUID ours = UUID.randomUUID();
    add(ours, Instant.now());

    assertThat(next()).isEqualTo(ours);
    assertThat(job(foreign)).isPresent();
  }

  @Test
  void aRecurringJobRunsOnOneInstanceAtATime() {
    AtomicInteger running = new AtomicInteger();
    BlockingQueue<Integer> counts = new LinkedBlockingQueue<>();
    RecurringJob recurring =
        new RecurringJob(
            "look-around",
            Duration.ofMillis(1),
            () -> {
              counts.add(running.incrementAndGet());
              running.decrementAndGet();
            });
    try (Persistence other = Persistence.open(database.pool(), TestDatabase.KEYS)) {
      persistence.jobRunner().start(List.of(), List.of(recurring));
      other.jobRunner().start(List.of(), List.of(recurring));

      for (int i = 0; i < 6; i++) {
        assertThat(next(counts)).isEqualTo(1);
      }
    }
  }

  @Test
  void aRecurringJobThatFailedRunsAgain() {
    AtomicInteger runs = new AtomicInteger();
    BlockingQueue<Integer> counts = new LinkedBlockingQueue<>();
    persistence
        .jobRunner()
        .start(
            List.of(),
            List.of(
                new RecurringJob(
                    "look-around",
                    Duration.ofMillis(1),
                    () -> {
                      counts.add(runs.incrementAndGet());
                      throw new IllegalStateException("on purpose");
                    })));

    assertThat(next(counts)).isEqualTo(1);
    assertThat(next(counts)).isEqualTo(2);
  }

  @Test
  void closingLetsAJobAtWorkFinish() {
    CountDownLatch closing = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    JobRunner.Running running =
        persistence
            .jobRunner()
            .start(
                List.of(
                    new JobHandler(
                        NAME,
                        subject -> {
                          ran.add(subject);
                          await(closing);
                          finished.set(true);
                        })),
                List.of());
    UUID subject = UUID.randomUUID();
    add(subject, Instant.now());
    assertThat(next()).isEqualTo(subject);

    closing.countDown();
    running.close();

    assertThat(finished).isTrue();
    assertThat(job(subject)).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
