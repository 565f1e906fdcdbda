package dev.stagedoor.domain.analytics;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PaidPlanTest {
  private static final Set<FactKind> PLANS = EnumSet.of(FactKind.PLAN_TAKEN, FactKind.PLAN_LEFT);

  @Provide
  Arbitrary<List<Optional<PaidPlan.Terms>>> changes() {
    return Combinators.combine(
            Arbitraries.of("basic", "family"),
            Arbitraries.longs().between(0, 3),
            Arbitraries.of("USD", "EUR"))
        .as((plan, minor, currency) -> new PaidPlan.Terms(plan, Money.of(minor, currency)))
        .optional()
        .list();
  }

  @Property
  void whatIsToldAddsUpToWhatIsPaid(@ForAll("changes") List<Optional<PaidPlan.Terms>> changes) {
    PaidPlan plan = PaidPlan.none(UUID.randomUUID(), aUserId());
    List<Fact> told = new ArrayList<>();
    for (Optional<PaidPlan.Terms> next : changes) {
      List<Fact> news = plan.facts(next, told.isEmpty(), NOW);
      if (!news.isEmpty()) {
        told.addAll(news);
        plan = plan.become(next);
      }
      for (String code : List.of("USD", "EUR")) {
        long paid =
            next.map(PaidPlan.Terms::monthly)
                .filter(monthly -> monthly.currency().getCurrencyCode().equals(code))
                .map(Money::minor)
                .orElse(0L);
        assertThat(amount(told, true, code)).isEqualTo(paid);
        assertThat(amount(told, false, code)).isEqualTo(paid);
      }
      assertThat(
              count(told, FactKind.SUBSCRIBED)
                  + count(told, FactKind.REACTIVATED)
                  - count(told, FactKind.CHURNED))
          .isEqualTo(count(told, FactKind.PLAN_TAKEN) - count(told, FactKind.PLAN_LEFT))
          .isEqualTo(next.isPresent() ? 1 : 0);
    }
    assertThat(told).extracting(Fact::id).doesNotHaveDuplicates();
    assertThat(count(told, FactKind.SUBSCRIBED)).isLessThanOrEqualTo(1);
  }

  private static long amount(List<Fact> told, boolean ofPlans, String code) {
    return told.stream()
        .filter(fact -> PLANS.contains(fact.kind()) == ofPlans)
        .filter(fact -> fact.currency().equals(Optional.of(Currency.getInstance(code))))
        .mapToLong(Fact::amount)
        .sum();
  }

  private static long count(List<Fact> told, FactKind kind) {
    return told.stream().filter(fact -> fact.kind() == kind).count();
  }
}
