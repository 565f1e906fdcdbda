package dev.stagedoor.application.jobs;

import dev.stagedoor.application.port.JobQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;

/** Shows jobs to admins, and lets them run one now. */
public final class JobService {
  private final UnitOfWork work;
  private final JobQueries queries;

  public JobService(UnitOfWork work, JobQueries queries) {
    this.work = work;
    this.queries = queries;
  }

  public Page<JobView> list(Actor actor, boolean failingOnly, PageRequest page) {
    actor.mustBeAdmin();
    return work.read(() -> queries.list(failingOnly, page));
  }

  public void runNow(Actor actor, String name, String subject) {
    actor.mustBeAdmin();
    if (!work.write(() -> queries.runNow(name, subject))) {
      throw DomainException.notFound();
    }
  }
}
