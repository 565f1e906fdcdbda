package dev.stagedoor.domain.tv;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TvSamples.aPlan;
import static dev.stagedoor.domain.fixture.TvSamples.aPlanId;
import static dev.stagedoor.domain.fixture.TvSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.Money;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final Limits LIMITS = new Limits(4, 3, 50);
  private static final Money PRICE = Money.of(999, "USD");

  @Test
  void aPlanIsOfferedAtAPriceOfTheProviders() {
    Plan plan = Plan.offer(aPlanId(), "price_1MoBy5LkdIwHu7ix", terms(" Family ", 999), NOW);

    assertThat(plan.isOffered()).isTrue();
    assertThat(plan.archivedAt()).isEmpty();
    assertThat(plan.priceId()).isEqualTo("price_1MoBy5LkdIwHu7ix");
    assertThat(plan.terms().name()).isEqualTo("Family");
    assertThat(plan.createdAt()).isEqualTo(NOW);
    assertThat(plan.version()).isZero();
  }

  @Test
  void aMonthCostsACreditForEachMinorUnit() {
    assertThat(aPlan().credits()).isEqualTo(999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "price 1", "price/1", "prïce", "price_1\n"})
  void whatCannotBeAPriceIsRefused(String price) {
    assertRefused(
        CommonError.INVALID_VALUE, () -> Plan.offer(aPlanId(), price, terms("Family", 999), NOW));
  }

  @Test
  void aPriceHasAHundredCharactersAtMost() {
    assertThat(Plan.offer(aPlanId(), "p".repeat(100), terms("Family", 999), NOW).priceId())
        .hasSize(100);
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> Plan.offer(aPlanId(), "p".repeat(101), terms("Family", 999), NOW));
  }

  @Test
  void itsTermsChangeButNotWhatItCosts() {
    Plan plan = aPlan();
    Plan.Terms next = new Plan.Terms("Duo", PRICE, new Limits(2, 1, 0), Map.of());

    plan.change(next);

    assertThat(plan.terms()).isEqualTo(next);
    assertRefused(CommonError.INVALID_VALUE, () -> plan.change(terms("Duo", 1000)));
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> plan.change(new Plan.Terms("Duo", Money.of(999, "EUR"), LIMITS, Map.of())));
    assertThat(plan.terms()).isEqualTo(next);
  }

  @Test
  void archivedItStaysSoSinceTheFirstTime() {
    Plan plan = aPlan();

    plan.archive(NOW.plusSeconds(1));
    plan.archive(NOW.plusSeconds(2));

    assertThat(plan.isOffered()).isFalse();
    assertThat(plan.archivedAt()).contains(NOW.plusSeconds(1));
  }

  @Test
  void aNameIsThereAndNotTooLong() {
    assertThat(terms("n".repeat(Plan.MAX_NAME), 1).name()).hasSize(Plan.MAX_NAME);
    assertRefused(CommonError.INVALID_VALUE, () -> terms("n".repeat(Plan.MAX_NAME + 1), 1));
    assertRefused(CommonError.INVALID_VALUE, () -> terms("  ", 1));
  }

  @Test
  void aPriceIsNotNegativeAndNotWithoutBounds() {
    assertThat(terms("Free", 0).monthly().isZero()).isTrue();
    assertThat(terms("Dear", 99_999_999).monthly().minor()).isEqualTo(99_999_999);
    assertRefused(CommonError.INVALID_VALUE, () -> terms("Odd", -1));
    assertRefused(CommonError.INVALID_VALUE, () -> terms("Dearer", 100_000_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HD", "4k", "h d", "h-d", "a234567890123456789012345678901234567890x"})
  void whatCannotBeAFeatureIsRefused(String feature) {
    assertRefused(
        CommonError.INVALID_VALUE,
        () -> new Plan.Terms("Family", PRICE, LIMITS, Map.of(feature, true)));
  }

  @Test
  void thereAreFiftyFeaturesAtMost() {
    assertThat(new Plan.Terms("Family", PRICE, LIMITS, features(50)).features()).hasSize(50);
    assertRefused(
        CommonError.INVALID_VALUE, () -> new Plan.Terms("Family", PRICE, LIMITS, features(51)));
  }

  @Test
  void featuresAreThoseOfTheMomentTheyWereNamed() {
    Map<String, Boolean> features = new TreeMap<>(Map.of("hd", true));
    Plan.Terms terms = new Plan.Terms("Family", PRICE, LIMITS, features);

    features.put("uhd", true);

    assertThat(terms.features()).containsOnlyKeys("hd");
  }

  private static Map<String, Boolean> features(int number) {
    return IntStream.range(0, number)
        .boxed()
        .collect(Collectors.toMap(each -> "feature_" + each, each -> true));
  }
}
