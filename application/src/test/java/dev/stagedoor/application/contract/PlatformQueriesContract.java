package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.analytics.PlatformAnalytics.Load;
import dev.stagedoor.application.analytics.PlatformSums.Measured;
import dev.stagedoor.application.analytics.PlatformSums.Requests;
import dev.stagedoor.application.analytics.PlatformSums.Routed;
import dev.stagedoor.application.port.PlatformQueries;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.Histogram;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import dev.stagedoor.domain.analytics.port.Measures;
import dev.stagedoor.domain.contract.RepositoryContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every record of how the server did must do. Each test has a year of its own. */
public interface PlatformQueriesContract extends RepositoryContract {
  SystemReading IDLE = new SystemReading(0, 0, 0);

  PlatformQueries queries();

  Measures measures();

  @Test
  default void requestsAreAddedUpBetweenMoments() {
    add("2031-03-01T23:44:59Z", aTally(DeviceClass.MOBILE, "a", 1, 100));
    add("2031-03-01T23:45:00Z", aTally(DeviceClass.MOBILE, "a", 1, 1));
    add("2031-03-02T05:00:00Z", aTally(DeviceClass.MOBILE, "b", 3, 2));
    add("2031-03-02T05:00:00Z", aTally(DeviceClass.TV, "b", 0, 4));
    add("2031-03-03T16:29:59Z", aTally(DeviceClass.MOBILE, "b", 1, 8));
    add("2031-03-03T16:30:00Z", aTally(DeviceClass.MOBILE, "b", 2, 16));
    add("2031-03-09T00:00:00Z", aTally(DeviceClass.MOBILE, "b", 2, 32));
    add("2031-03-09T00:45:00Z", aTally(DeviceClass.MOBILE, "b", 2, 64));

    List<Measured> measured =
        write(
            () ->
                queries()
                    .requests(
                        List.of(
                            Instant.parse("2031-03-01T23:45:00Z"),
                            Instant.parse("2031-03-03T16:30:00Z"),
                            Instant.parse("2031-03-09T00:45:00Z"))));

    assertThat(measured)
        .containsExactlyInAnyOrder(
            new Measured(0, DeviceClass.MOBILE, requests(11, 0L, 9L, 0L, 2L)),
            new Measured(0, DeviceClass.TV, requests(4, 4L)),
            new Measured(1, DeviceClass.MOBILE, requests(48, 0L, 0L, 48L)));
  }

  @Test
  default void errorsAndRefusalsAreCounted() {
    RequestTally tally = new RequestTally(DeviceClass.OTHER, "x", 2, 10, 3, 4);
    add("2032-05-05T10:00:00Z", tally, aTally(DeviceClass.OTHER, "y", 2, 1));
    add("2032-05-06T10:00:00Z", tally);

    assertThat(
            write(
                () ->
                    queries()
                        .requests(
                            List.of(
                                Instant.parse("2032-05-05T00:00:00Z"),
                                Instant.parse("2032-05-07T00:00:00Z")))))
        .containsExactly(
            new Measured(
                0, DeviceClass.OTHER, new Requests(21, 6, 8, Histogram.of(List.of(0L, 0L, 21L)))));
    assertThat(routes("2032-05-05", "2032-05-06"))
        .containsExactlyInAnyOrder(
            new Routed("x", new Requests(20, 6, 8, Histogram.of(List.of(0L, 0L, 20L)))),
            new Routed("y", requests(1, 0L, 0L, 1L)));
    assertThat(routes("2032-05-06", "2032-05-06"))
        .containsExactly(
            new Routed("x", new Requests(10, 3, 4, Histogram.of(List.of(0L, 0L, 10L)))));
  }

  @Test
  default void routesAreAddedUpOverMonths() {
    add("2034-01-30T23:59:59Z", aTally(DeviceClass.TV, "a", 0, 1));
    add("2034-01-31T00:00:00Z", aTally(DeviceClass.TV, "a", 0, 2));
    add(
        "2034-02-01T00:00:00Z",
        aTally(DeviceClass.TV, "a", 2, 4),
        aTally(DeviceClass.TV, "b", 0, 1));
    add("2034-02-28T23:59:59Z", aTally(DeviceClass.MOBILE, "a", 1, 8));
    add("2034-03-31T12:00:00Z", aTally(DeviceClass.MOBILE, "a", 0, 16));
    add("2034-04-01T00:00:00Z", aTally(DeviceClass.MOBILE, "a", 1, 32));
    add("2034-04-02T00:00:00Z", aTally(DeviceClass.MOBILE, "a", 1, 64));

    assertThat(routes("2034-01-31", "2034-04-01"))
        .containsExactlyInAnyOrder(
            new Routed("a", requests(62, 18L, 40L, 4L)), new Routed("b", requests(1, 1L)));
    assertThat(routes("2034-02-01", "2034-03-31"))
        .containsExactlyInAnyOrder(
            new Routed("a", requests(28, 16L, 8L, 4L)), new Routed("b", requests(1, 1L)));
    assertThat(routes("2034-02-02", "2034-02-28"))
        .containsExactly(new Routed("a", requests(8, 0L, 8L)));
    assertThat(routes("2034-03-01", "2034-03-31"))
        .containsExactly(new Routed("a", requests(16, 16L)));
  }

  @Test
  default void loadIsOnAverageAndAtMost() {
    read("2033-05-05T10:00:00Z", new SystemReading(100, 4_000_000_000L, 10));
    read("2033-05-05T10:10:00Z", new SystemReading(300, 2_000_000_000L, 20));
    read("2033-05-05T10:15:00Z", new SystemReading(500, 0, 60));
    read("2033-05-05T10:30:00Z", new SystemReading(900, 9_000_000_000L, 90));

    assertThat(load("2033-05-05T10:00:00Z", "2033-05-05T10:30:00Z"))
        .isEqualTo(new Load(3, 300, 500, 2_000_000_000L, 4_000_000_000L, 30, 60));
    assertThat(load("2033-05-06T10:00:00Z", "2033-05-06T10:30:00Z"))
        .isEqualTo(new Load(0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> measures().add(Instant.EPOCH, List.of(), IDLE));
    assertNeedsUnitOfWork(() -> queries().requests(List.of(Instant.EPOCH)));
    assertNeedsUnitOfWork(() -> queries().routes(LocalDate.EPOCH, LocalDate.EPOCH));
    assertNeedsUnitOfWork(() -> queries().load(Instant.EPOCH, Instant.EPOCH));
  }

  private List<Routed> routes(String first, String last) {
    return write(() -> queries().routes(LocalDate.parse(first), LocalDate.parse(last)));
  }

  private Load load(String from, String to) {
    return write(() -> queries().load(Instant.parse(from), Instant.parse(to)));
  }

  private void read(String at, SystemReading reading) {
    run(() -> measures().add(Instant.parse(at), List.of(), reading));
  }

  private void add(String at, RequestTally... tallies) {
    run(() -> measures().add(Instant.parse(at), List.of(tallies), IDLE));
  }

  private static RequestTally aTally(DeviceClass device, String route, int slot, long requests) {
    return new RequestTally(device, route, slot, requests, 0, 0);
  }

  private static Requests requests(long requests, Long... slots) {
    return new Requests(requests, 0, 0, Histogram.of(List.of(slots)));
  }
}
