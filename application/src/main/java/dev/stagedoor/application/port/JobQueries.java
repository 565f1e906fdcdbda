package dev.stagedoor.application.port;

import dev.stagedoor.application.jobs.JobView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;

/** Shows what jobs wait, run or keep failing. All methods need an open unit of work. */
public interface JobQueries {
  /** Lists jobs, those that failed most often first, then by due time. */
  Page<JobView> list(boolean failingOnly, PageRequest page);

  /** Makes a waiting job due now; returns false when there is no such job. */
  boolean runNow(String name, String subject);
}
