package dev.stagedoor.application;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.party.Admission;
import dev.stagedoor.application.party.PartyKeeper;
import dev.stagedoor.application.party.PartyPresence;
import dev.stagedoor.application.party.PartyService;
import java.util.List;

/** Puts watch parties together; somebody else says who may come. */
record PartyAssembly(PartyService parties, PartyPresence presence) implements Assembly {
  static PartyAssembly on(Foundation base, Admission admission) {
    var work = base.ports().unitOfWork();
    var ports = base.ports().party();
    var keeper =
        new PartyKeeper(ports, base.ports().liveUpdates(), base.ports().outbox(), base.clock());
    return new PartyAssembly(
        new PartyService(
            work, ports, base.ports().accounts(), admission, keeper, base.ids(), base.tokens()),
        new PartyPresence(work, ports, keeper));
  }

  @Override
  public List<JobHandler> jobs() {
    return presence.jobs();
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return presence.recurringJobs();
  }
}
