package dev.stagedoor.application.fake;

import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.JobView;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.port.JobQueries;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps jobs in memory and runs those that are due when a test says so, on its own thread. */
public final class InMemoryJobs implements Outbox, JobQueries {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private record Key(String name, UUID subject) {}

  private record Waiting(Key key, Instant due, int failures, Optional<Instant> lastFailure) {}

  private final InMemoryStore store;
  private final Clock clock;
  private final InMemoryStore.Table<Key, Waiting> jobs;

  public InMemoryJobs(InMemoryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    jobs = store.table();
  }

  @Override
  public void add(Job job) {
    Key key = new Key(job.name(), job.subject());
    Waiting wanted = new Waiting(key, job.due(), 0, Optional.empty());
    Waiting kept =
        jobs.find(key)
            .map(known -> known.due().isBefore(job.due()) ? known : dueAt(known, job.due()))
            .orElse(wanted);
    jobs.put(key, kept);
  }

  /** Loses every job, as nothing but a person can. */
  public void forgetAll() {
    store.write(
        () -> {
          jobs.rows().forEach(job -> jobs.remove(job.key()));
          return 0;
        });
  }

  /**
   * Runs everything that is due, and what that makes due at once. A job that is not done or fails
   * waits for a minute; returns what failed.
   */
  public List<RuntimeException> runDue(List<JobHandler> handlers) {
    List<Waiting> due = store.read(this::due);
    List<RuntimeException> failures = new java.util.ArrayList<>();
    while (!due.isEmpty()) {
      for (Waiting job : due) {
        run(job, handlers).ifPresent(failures::add);
      }
      due = store.read(this::due);
    }
    return failures;
  }

  private Optional<RuntimeException> run(Waiting job, List<JobHandler> handlers) {
    store.write(() -> forget(job));
    JobHandler handler =
        handlers.stream()
            .filter(one -> one.name().equals(job.key().name()))
            .findFirst()
            .orElseThrow();
    try {
      handler.work().accept(job.key().subject());
      return Optional.empty();
    } catch (NotYet notYet) {
      store.write(() -> again(job, job.failures(), job.lastFailure()));
      return Optional.empty();
    } catch (RuntimeException failure) {
      store.write(() -> again(job, job.failures() + 1, Optional.of(clock.instant())));
      return Optional.of(failure);
    } catch (InMemoryUnitOfWork.Crash died) {
      store.write(() -> again(job, job.failures(), job.lastFailure()));
      throw died;
    }
  }

  private List<Waiting> due() {
    return jobs.rows()
        .filter(job -> !job.due().isAfter(clock.instant()))
        .sorted(Comparator.comparing(Waiting::due))
        .toList();
  }

  private Waiting forget(Waiting job) {
    jobs.remove(job.key());
    return job;
  }

  private Waiting again(Waiting job, int failures, Optional<Instant> lastFailure) {
    Waiting next = new Waiting(job.key(), clock.instant().plus(PAUSE), failures, lastFailure);
    jobs.put(job.key(), next);
    return next;
  }

  @Override
  public Page<JobView> list(boolean failingOnly, PageRequest page) {
    List<JobView> all =
        jobs.rows()
            .filter(job -> !failingOnly || job.failures() > 0)
            .sorted(Comparator.comparing(Waiting::failures).reversed().thenComparing(Waiting::due))
            .map(
                job ->
                    new JobView(
                        job.key().name(),
                        job.key().subject().toString(),
                        job.due(),
                        false,
                        job.failures(),
                        job.lastFailure()))
            .toList();
    return Pages.of(all, page);
  }

  @Override
  public boolean runNow(String name, String subject) {
    Optional<Waiting> found =
        jobs.rows()
            .filter(job -> job.key().name().equals(name))
            .filter(job -> job.key().subject().toString().equals(subject))
            .findFirst();
    found.ifPresent(job -> jobs.put(job.key(), dueAt(job, clock.instant())));
    return found.isPresent();
  }

  private static Waiting dueAt(Waiting job, Instant due) {
    return new Waiting(job.key(), due, job.failures(), job.lastFailure());
  }
}
