package dev.stagedoor.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.analytics.AnalyticsSums.Cohorts;
import dev.stagedoor.application.analytics.AnalyticsSums.Sum;
import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.persistence.TestPersistence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several servers that add up at the same time, while things happen, count each thing once. */
class RollUpTogetherTest {
  private static final int SERVERS = 4;
  private static final int EACH = 40;
  private static final Instant DAY = Instant.parse("2025-05-05T00:00:00Z");

  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Test
  void everythingIsCountedOnce() throws Exception {
    List<UserId> people = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      people.add(new UserId(UUID.randomUUID()));
    }
    ExecutorService servers = Executors.newFixedThreadPool(SERVERS);
    try {
      List<Future<Integer>> runs = new ArrayList<>();
      for (int server = 0; server < SERVERS; server++) {
        Instant at = DAY.plus(Duration.ofMinutes(15L * server));
        Callable<Integer> work =
            () -> {
              int added = 0;
              for (UserId who : people) {
                // All of them tell that everybody is here, and each something of its own.
                OPEN.run(() -> facts(who, at));
                added += OPEN.write(() -> OPEN.ports().analytics().rollUp().next(3));
              }
              return added;
            };
        runs.add(servers.submit(work));
      }
      int added = 0;
      for (Future<Integer> run : runs) {
        added += run.get();
      }
      added += OPEN.write(() -> OPEN.ports().analytics().rollUp().next(10_000));
      assertThat(added).isEqualTo(EACH * (SERVERS + 1));
    } finally {
      servers.shutdownNow();
    }
    assertThat(
            OPEN.read(
                () ->
                    OPEN.ports()
                        .analytics()
                        .queries()
                        .sums(
                            Set.of(FactKind.SIGNED_UP, FactKind.ACTIVE),
                            List.of(DAY, DAY.plus(Duration.ofHours(5))))))
        .containsExactlyInAnyOrder(
            new Sum(0, FactKind.SIGNED_UP, Optional.empty(), (long) EACH * SERVERS, 0),
            new Sum(0, FactKind.ACTIVE, Optional.empty(), EACH, 0));
    LocalDate monday = LocalDate.parse("2025-05-05");
    assertThat(
            OPEN.read(
                () -> OPEN.ports().analytics().queries().cohorts(Grouping.WEEK, monday, monday)))
        .containsExactly(new Cohorts(monday, monday, EACH));
  }

  private static void facts(UserId who, Instant at) {
    OPEN.ports()
        .analytics()
        .facts()
        .record(
            List.of(
                Fact.of(FactKind.ACTIVE, who.value() + " 2025-05-05", who, at),
                Fact.of(FactKind.SIGNED_UP, who.value() + " " + at, who, at)));
  }
}
