package dev.stagedoor.persistence.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.analytics.PlatformSums.Requests;
import dev.stagedoor.application.analytics.PlatformSums.Routed;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.Histogram;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database in which requests by route were added up by days alone tells the same by months. */
class RouteMonthsTest {
  private static final String BEFORE = "62";

  private static TestDatabase database;
  private static Persistence persistence;

  @BeforeAll
  static void upgrade() {
    database = TestDatabase.at(BEFORE);
    database.run(
        """
        insert into analytics_requests (span, start, device, route, requests, errors, refusals, latencies) values
          ('day', '2025-01-31Z', '', 'a', 1, 1, 1, '{1}'),
          ('day', '2025-02-01Z', '', 'a', 7, 2, 1, '{0,3,4}'),
          ('day', '2025-02-28Z', '', 'a', 2, 1, 0, '{2}'),
          ('day', '2025-02-28Z', '', 'b', 5, 0, 5, '{0,5}'),
          ('day', '2025-02-28Z', 'tv', '', 5, 0, 5, '{0,5}'),
          ('day', '2025-03-01Z', '', 'a', 8, 4, 2, '{0,8}'),
          ('day', '2025-03-31Z', '', 'c', 0, 0, 0, '{}')
        """);
    persistence = Persistence.open(database.pool(), TestDatabase.KEYS);
  }

  @AfterAll
  static void close() {
    persistence.close();
    database.close();
  }

  @Test
  void monthsAreWhatTheirDaysWere() {
    assertThat(routes("2025-02-01", "2025-02-28"))
        .containsExactlyInAnyOrder(
            new Routed("a", requests(9, 3, 1, 2L, 3L, 4L)),
            new Routed("b", requests(5, 0, 5, 0L, 5L)));
    assertThat(routes("2025-01-31", "2025-03-01"))
        .containsExactlyInAnyOrder(
            new Routed("a", requests(18, 8, 4, 3L, 11L, 4L)),
            new Routed("b", requests(5, 0, 5, 0L, 5L)));
    assertThat(routes("2025-03-01", "2025-03-31"))
        .containsExactlyInAnyOrder(
            new Routed("a", requests(8, 4, 2, 0L, 8L)), new Routed("c", requests(0, 0, 0)));
  }

  @Test
  void whatComesLaterIsAddedToThem() {
    RequestTally tally = new RequestTally(DeviceClass.TV, "a", 0, 6, 1, 0);
    persistence
        .ports()
        .unitOfWork()
        .run(
            () ->
                persistence
                    .ports()
                    .analytics()
                    .measures()
                    .add(
                        Instant.parse("2025-01-15T12:00:00Z"),
                        List.of(tally),
                        new SystemReading(0, 0, 0)));

    assertThat(routes("2025-01-01", "2025-01-31"))
        .containsExactly(new Routed("a", requests(7, 2, 1, 7L)));
  }

  private static List<Routed> routes(String first, String last) {
    return persistence
        .ports()
        .unitOfWork()
        .read(
            () ->
                persistence
                    .ports()
                    .analytics()
                    .platform()
                    .routes(LocalDate.parse(first), LocalDate.parse(last)));
  }

  private static Requests requests(long requests, long errors, long refusals, Long... slots) {
    return new Requests(requests, errors, refusals, Histogram.of(List.of(slots)));
  }
}
