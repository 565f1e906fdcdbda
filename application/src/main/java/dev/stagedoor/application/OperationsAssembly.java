package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobService;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.services.ServiceCallService;
import java.util.List;

/** Puts together what whoever runs the product, and other services of the same house, need. */
record OperationsAssembly(JobService jobService, ServiceCallService serviceCalls)
    implements Assembly {
  static OperationsAssembly on(Foundation base) {
    var ports = base.ports();
    return new OperationsAssembly(
        new JobService(ports.unitOfWork(), ports.jobQueries()),
        new ServiceCallService(
            ports.unitOfWork(), ports.serviceCalls(), base.settings().services(), base.clock()));
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(serviceCalls.forgetting());
  }
}
