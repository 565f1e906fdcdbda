package dev.stagedoor.application.party;

import dev.stagedoor.application.PartyPorts;
import dev.stagedoor.application.contract.PartySchedule;
import dev.stagedoor.application.contract.PartySchedule.Kind;
import dev.stagedoor.application.contract.PartySchedule.Step;
import dev.stagedoor.application.fake.InMemoryJobs;
import dev.stagedoor.application.fake.InMemoryLiveUpdates;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryParties;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.Samples;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever members of parties do, by whichever server, and whichever dies meanwhile. */
class PartyPropertyTest {
  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Kind.weighted()),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 500))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 150)
  void partiesKeepToTheirRulesAndAllWhoReadKnowTheSame(@ForAll("steps") List<Step> steps) {
    MutableClock clock = new MutableClock(Samples.NOW);
    InMemoryStore store = new InMemoryStore();
    InMemoryParties kept = InMemoryParties.in(store);
    InMemoryLiveUpdates updates = new InMemoryLiveUpdates(store);
    PartySchedule.Store one =
        new PartySchedule.Store(
            new InMemoryUnitOfWork(store),
            new PartyPorts(kept.parties(), kept.lines(), kept.connections(), clock),
            new InMemoryAccountRepository(store),
            updates,
            updates,
            new InMemoryJobs(store, clock));
    try (PartySchedule schedule = new PartySchedule(clock, List.of(one, one), updates::relay)) {
      steps.forEach(schedule::take);
      schedule.finish();
    }
  }
}
