package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.port.Facts;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every record of what happened must do. */
public interface FactsContract extends RepositoryContract {
  Facts facts();

  @Test
  default void aFactComesBackAsItWasTold() {
    Fact bare =
        new Fact(
            UUID.randomUUID(), NOW, FactKind.ACTIVE, Optional.empty(), "", 0, Optional.empty());
    Fact full = aFact().by("price_family_monthly").with(-999, Currency.getInstance("USD"));

    run(() -> facts().record(List.of(bare, full)));

    assertThat(write(() -> facts().find(bare.id()))).contains(bare);
    assertThat(write(() -> facts().find(full.id()))).contains(full);
    assertThat(write(() -> facts().find(UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void tellingItAgainChangesNothing() {
    Fact first = aFact();
    Fact again = first.with(7);
    Fact another = aFact();

    run(() -> facts().record(List.of(first)));
    run(() -> facts().record(List.of(another, again, again)));

    assertThat(write(() -> facts().find(first.id()))).contains(first);
    assertThat(write(() -> facts().find(another.id()))).contains(another);
  }

  @Test
  default void whatWasToldIsFoundInTheSameUnitOfWork() {
    Fact first = aFact();
    Fact again = first.with(7);
    Fact later = aFact();

    run(
        () -> {
          facts().record(List.of(first));
          assertThat(facts().find(first.id())).contains(first);
          facts().record(List.of(again, later));
          assertThat(facts().find(later.id())).contains(later);
        });

    assertThat(write(() -> facts().find(first.id()))).contains(first);
    assertThat(write(() -> facts().find(later.id()))).contains(later);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> facts().record(List.of(aFact())));
    assertNeedsUnitOfWork(() -> facts().find(UUID.randomUUID()));
  }

  private static Fact aFact() {
    return Fact.of(
        FactKind.SIGNED_UP,
        UUID.randomUUID().toString(),
        aUserId(),
        NOW.plus(Duration.ofMinutes(3)));
  }
}
