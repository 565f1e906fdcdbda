package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TvSamples.aPlan;
import static dev.stagedoor.domain.fixture.TvSamples.aPlanId;
import static dev.stagedoor.domain.fixture.TvSamples.aPriceId;
import static dev.stagedoor.domain.fixture.TvSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.port.PlanRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of plans must do. */
public interface PlanRepositoryContract extends RepositoryContract {
  PlanRepository plans();

  @Test
  default void whatIsUnknownIsAbsent() {
    onFile(aPlan());

    assertThat(write(() -> plans().find(aPlanId()))).isEmpty();
    assertThat(byPrice(aPriceId())).isEmpty();
  }

  @Test
  default void aPlanComesBackAsItWasSaved() {
    Plan plan = onFile(aPlan());
    Plan odd =
        onFile(
            Plan.offer(
                aPlanId(),
                aPriceId(),
                new Plan.Terms(
                    "Zoë's \"नमस्ते\"",
                    Money.of(0, "JPY"),
                    new Limits(Limits.MOST_PROFILES, 0, Limits.MOST_FAVORITES),
                    Map.of()),
                NOW.plusSeconds(1)));

    for (Plan saved : List.of(plan, odd)) {
      assertSame(stored(saved.id()), saved);
      assertSame(byPrice(saved.priceId()).orElseThrow(), saved);
      assertThat(stored(saved.id()).version()).isEqualTo(1);
    }
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Plan plan = onFile(aPlan());
    Plan.Terms next =
        new Plan.Terms(
            "Larger family", plan.terms().monthly(), new Limits(9, 8, 7), Map.of("uhd", true));
    change(plan.id(), found -> found.change(next));
    change(plan.id(), found -> found.archive(NOW.plusSeconds(7)));

    Plan stored = stored(plan.id());
    assertThat(stored.terms()).isEqualTo(next);
    assertThat(stored.archivedAt()).contains(NOW.plusSeconds(7));
    assertThat(stored.version()).isEqualTo(3);
  }

  @Test
  default void plansComeCheapestFirstTheOldToo() {
    Plan middle = onFile(Plan.offer(aPlanId(), aPriceId(), terms("Middle", 200), NOW));
    Plan dearest = onFile(Plan.offer(aPlanId(), aPriceId(), terms("Dearest", 300), NOW));
    Plan cheapest = onFile(Plan.offer(aPlanId(), aPriceId(), terms("Cheapest", 100), NOW));
    Plan alike = onFile(Plan.offer(aPlanId(), aPriceId(), terms("Alike", 200), NOW.plusSeconds(1)));
    change(cheapest.id(), found -> found.archive(NOW));
    List<PlanId> mine = List.of(middle.id(), dearest.id(), cheapest.id(), alike.id());

    assertThat(write(() -> plans().all()))
        .extracting(Plan::id)
        .filteredOn(mine::contains)
        .containsExactly(cheapest.id(), middle.id(), alike.id(), dearest.id());
  }

  @Test
  default void ofOnePriceOnePlanAtMostIsOffered() {
    String price = aPriceId();
    Plan offered = onFile(aPlan(price, NOW));
    Plan second = aPlan(price, NOW.plusSeconds(1));

    assertRefused(TvError.PRICE_TAKEN, () -> run(() -> plans().save(second)));
    change(offered.id(), found -> found.archive(NOW.plusSeconds(2)));
    onFile(second);

    assertSame(byPrice(price).orElseThrow(), second);
    change(offered.id(), found -> found.change(terms("Renamed", 999)));
    assertThat(stored(offered.id()).terms().name()).isEqualTo("Renamed");
  }

  @Test
  default void ofManyWhoOfferAPriceOneDoes() {
    String price = aPriceId();

    assertThat(Race.of(4, () -> offers(aPlan(price, NOW)))).containsOnlyOnce(true);

    assertThat(byPrice(price)).isPresent();
  }

  @Test
  default void byItsPriceThePlanThatIsOfferedIsFoundElseTheNewestOfOldOnes() {
    String price = aPriceId();
    Plan offered = anOld(price, NOW);
    Plan newest = anOld(price, NOW.plusSeconds(2));
    anOld(price, NOW.plusSeconds(1));

    assertThat(byPrice(price).map(Plan::id)).contains(newest.id());

    Plan older = onFile(aPlan(price, NOW.minusSeconds(5)));

    assertThat(byPrice(price).map(Plan::id)).contains(older.id()).isNotEqualTo(offered.id());
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Plan plan = onFile(aPlan());
    Plan mine = stored(plan.id());
    change(plan.id(), found -> found.change(terms("Theirs", 999)));
    mine.change(terms("Mine", 999));

    assertStale(() -> run(() -> plans().save(mine)));
    assertStale(() -> run(() -> plans().save(plan)));

    assertThat(stored(plan.id()).terms().name()).isEqualTo("Theirs");
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Plan plan = aPlan();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      plans().save(plan);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> plans().find(plan.id()))).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Plan some = aPlan();

    assertNeedsUnitOfWork(() -> plans().find(some.id()));
    assertNeedsUnitOfWork(() -> plans().findByPrice(some.priceId()));
    assertNeedsUnitOfWork(() -> plans().all());
    assertNeedsUnitOfWork(() -> plans().save(some));
  }

  private boolean offers(Plan plan) {
    try {
      run(() -> plans().save(plan));
      return true;
    } catch (DomainException taken) {
      assertThat(taken.code()).isEqualTo(TvError.PRICE_TAKEN);
      return false;
    }
  }

  private Plan anOld(String price, Instant at) {
    Plan plan = onFile(aPlan(price, at));
    change(plan.id(), found -> found.archive(at));
    return plan;
  }

  private Plan onFile(Plan plan) {
    run(() -> plans().save(plan));
    return plan;
  }

  private Plan stored(PlanId id) {
    return write(() -> plans().find(id).orElseThrow());
  }

  private Optional<Plan> byPrice(String price) {
    return write(() -> plans().findByPrice(price));
  }

  private void change(PlanId id, Consumer<Plan> change) {
    run(
        () -> {
          Plan found = plans().find(id).orElseThrow();
          change.accept(found);
          plans().save(found);
        });
  }

  private static void assertSame(Plan actual, Plan expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
