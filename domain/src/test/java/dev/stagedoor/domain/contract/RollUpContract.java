package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.analytics.port.RollUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything that adds facts to sums must do. */
public interface RollUpContract extends RepositoryContract {
  Facts facts();

  RollUp rollUp();

  @Test
  default void eachFactIsAddedUpOnceThoughABatchHasNotAll() {
    run(() -> facts().record(List.of()));
    rollAllUp(100);
    List<Fact> news = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      news.add(aFact());
    }
    run(() -> facts().record(news));

    assertThat(List.of(next(3), next(3), next(3), next(3))).containsExactly(3, 3, 1, 0);
  }

  @Test
  default void whatWasAddedUpIsNotInAUnitOfWorkThatFails() {
    rollAllUp(100);
    run(() -> facts().record(List.of(aFact(), aFact())));

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      assertThat(rollUp().next(10)).isEqualTo(2);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(next(10)).isEqualTo(2);
  }

  @Test
  default void nothingIsAddedUpOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> rollUp().next(1));
  }

  private int next(int most) {
    return write(() -> rollUp().next(most));
  }

  private void rollAllUp(int most) {
    while (next(most) == most) {
      // Until nothing is left.
    }
  }

  private static Fact aFact() {
    return Fact.of(
        FactKind.SIGNED_UP,
        UUID.randomUUID().toString(),
        aUserId(),
        NOW.plus(Duration.ofMinutes(3)));
  }
}
