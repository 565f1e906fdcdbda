package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.analytics.PlatformAnalytics.Load;
import dev.stagedoor.application.analytics.PlatformSums.Measured;
import dev.stagedoor.application.analytics.PlatformSums.Requests;
import dev.stagedoor.application.port.PlatformQueries;
import dev.stagedoor.domain.analytics.DeviceClass;
import dev.stagedoor.domain.analytics.Histogram;
import dev.stagedoor.domain.analytics.RequestTally;
import dev.stagedoor.domain.analytics.SystemReading;
import dev.stagedoor.domain.analytics.port.Measures;
import dev.stagedoor.domain.contract.RepositoryContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What everything that keeps how the server did must do; looked at with what asks for it. Each test
 * has a year of its own.
 */
public interface MeasuresContract extends RepositoryContract {
  RequestTally TALLY = new RequestTally(DeviceClass.TV, "a", 1, 5, 2, 1);
  SystemReading READING = new SystemReading(200, 1_000, 4);

  Measures measures();

  PlatformQueries queries();

  @Test
  default void whatIsGatheredAgainAndByOthersCountsToo() {
    Instant at = Instant.parse("2041-05-05T10:01:00Z");
    run(() -> measures().add(at, List.of(TALLY), READING));
    run(() -> measures().add(at, List.of(TALLY), READING));
    run(() -> measures().add(at.plusSeconds(15), List.of(TALLY, TALLY), READING));

    assertThat(requestsAround(at))
        .containsExactly(
            new Measured(
                0, DeviceClass.TV, new Requests(20, 8, 4, Histogram.of(List.of(0L, 20L)))));
    assertThat(loadAround(at)).isEqualTo(new Load(3, 200, 200, 1_000, 1_000, 4, 4));
  }

  @Test
  default void aServerThatDidNothingIsReadNevertheless() {
    Instant at = Instant.parse("2042-05-05T10:01:00Z");
    run(() -> measures().add(at, List.of(), READING));

    assertThat(requestsAround(at)).isEmpty();
    assertThat(loadAround(at).readings()).isEqualTo(1);
  }

  @Test
  default void whatWasGatheredIsNotInAUnitOfWorkThatFails() {
    Instant at = Instant.parse("2043-05-05T10:01:00Z");

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      measures().add(at, List.of(TALLY), READING);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(requestsAround(at)).isEmpty();
    assertThat(loadAround(at).readings()).isZero();
  }

  @Test
  default void nothingIsKeptOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> measures().add(Instant.EPOCH, List.of(), READING));
  }

  private List<Measured> requestsAround(Instant at) {
    Instant from = at.minus(Duration.ofMinutes(1));
    return write(() -> queries().requests(List.of(from, from.plus(Duration.ofHours(1)))));
  }

  private Load loadAround(Instant at) {
    Instant from = at.minus(Duration.ofMinutes(1));
    return write(() -> queries().load(from, from.plus(Duration.ofHours(1))));
  }
}
