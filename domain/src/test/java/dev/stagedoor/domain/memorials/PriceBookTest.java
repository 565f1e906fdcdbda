package dev.stagedoor.domain.memorials;

import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static dev.stagedoor.domain.fixture.PriceBookBuilder.aPriceBook;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aPlan;
import static dev.stagedoor.domain.fixture.ServiceBuilder.aService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Money;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PriceBookTest {
  private final PriceBook prices = aPriceBook().build();

  private Quote quote(ServicePlan plan) {
    return prices.quote(plan, choosing(Tier.LIVE));
  }

  @Test
  void withoutATierThereIsNothingToPriceYet() {
    Selection addonsOnly =
        new Selection(Optional.empty(), new Selection.Addons(true, true, true, 5));
    Quote quote = prices.quote(aPlan(aService().lasting(9)), addonsOnly);

    assertThat(quote.lines()).isEmpty();
    assertThat(quote.total()).isEqualTo(usd(0));
  }

  @ParameterizedTest
  @CsvSource({"RECORD,69900", "LIVE,129900", "LEGACY,249900"})
  void eachTierHasItsPrice(Tier tier, long price) {
    Quote quote = prices.quote(ServicePlan.empty(), choosing(tier));

    assertThat(quote.lines()).containsExactly(new LineItem("tier_" + tier.code(), 1, usd(price)));
    assertThat(quote.total()).isEqualTo(usd(price));
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,0", "3,1", "24,22"})
  void hoursBeyondTheIncludedOnesCostExtra(int hours, int extra) {
    assertThat(quantity(quote(aPlan(aService().lasting(hours))), "extra_hours")).isEqualTo(extra);
  }

  @Test
  void everyServiceHasItsOwnIncludedHours() {
    Quote quote = quote(aPlan(aService().lasting(1), aService().lasting(5), aService().lasting(3)));

    assertThat(quantity(quote, "extra_hours")).isEqualTo(4);
    assertThat(quote.total()).isEqualTo(usd(129_900 + 4 * 12_500));
  }

  @Test
  void servicesElsewhereCostExtraEach() {
    Quote quote =
        quote(
            aPlan(
                aService().held("Church", "1 High Street"),
                aService().held(" CHURCH ", "1 high street"),
                aService().held("Church", "2 High Street"),
                aService().held("Cemetery", "3 Hill Road")));

    assertThat(quantity(quote, "extra_locations")).isEqualTo(2);
    assertThat(quote.total()).isEqualTo(usd(129_900 + 2 * 32_500));
  }

  @Test
  void aPlaceNobodyKnowsYetCostsNothingExtra() {
    assertThat(quantity(quote(aPlan(aService().held("Church", ""), aService())), "extra_locations"))
        .isZero();
    assertThat(quantity(quote(aPlan(aService(), aService().held("Church", ""))), "extra_locations"))
        .isZero();
  }

  @Test
  void everyFurtherDayCostsExtraOnce() {
    Quote quote =
        quote(
            aPlan(
                aService().on("2025-03-20"),
                aService().on("2025-03-20"),
                aService().on("2025-03-21"),
                aService().on("2025-03-21"),
                aService().on("2025-03-23"),
                aService()));

    assertThat(quantity(quote, "extra_days")).isEqualTo(2);
    assertThat(quote.total()).isEqualTo(usd(129_900 + 2 * 40_000));
  }

  @Test
  void addonsAreLinesOfTheirOwn() {
    Selection everything =
        new Selection(Optional.of(Tier.RECORD), new Selection.Addons(true, true, true, 3));
    Quote quote = prices.quote(ServicePlan.empty(), everything);

    assertThat(quote.lines())
        .containsExactly(
            new LineItem("tier_record", 1, usd(69_900)),
            new LineItem("photography", 1, usd(30_000)),
            new LineItem("audio_visual_support", 1, usd(20_000)),
            new LineItem("live_musician", 1, usd(25_000)),
            new LineItem("usb_drives", 3, usd(2_000)));
    assertThat(quote.total()).isEqualTo(usd(69_900 + 30_000 + 20_000 + 25_000 + 6_000));
  }

  @Property
  void theTotalIsTheSumOfTheLines(
      @ForAll Tier tier,
      @ForAll @IntRange(min = 1, max = 24) int hours,
      @ForAll boolean photography,
      @ForAll boolean musician,
      @ForAll @IntRange(max = 100) int drives) {
    Quote quote =
        prices.quote(
            aPlan(aService().lasting(hours), aService().lasting(hours).on("2025-03-21")),
            new Selection(
                Optional.of(tier), new Selection.Addons(photography, false, musician, drives)));

    assertThat(quote.lines().stream().map(LineItem::total).reduce(usd(0), Money::plus))
        .isEqualTo(quote.total());
    assertThat(quote.lines()).allMatch(line -> line.quantity() > 0);
  }

  @ParameterizedTest
  @EnumSource
  void aBookWithoutATiersPriceIsRefused(Tier tier) {
    assertThatThrownBy(() -> aPriceBook().without(tier).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(tier.code());
  }

  @Test
  void aNegativePriceIsRefused() {
    assertThatThrownBy(() -> aPriceBook().pricing(Tier.LIVE, usd(-1)).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> aPriceBook().pricingAnExtraHour(usd(-1)).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(aPriceBook().pricing(Tier.LIVE, usd(0)).build().priceOf(Tier.LIVE))
        .isEqualTo(usd(0));
  }

  @Test
  void fewerThanNoHoursCannotBeIncluded() {
    assertThatThrownBy(() -> aPriceBook().including(-1).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            quantity(
                aPriceBook()
                    .including(0)
                    .build()
                    .quote(aPlan(aService().lasting(3)), choosing(Tier.LIVE)),
                "extra_hours"))
        .isEqualTo(3);
  }

  @Test
  void aBookInTwoCurrenciesIsRefused() {
    assertThatThrownBy(() -> aPriceBook().pricing(Tier.LIVE, Money.of(1, "EUR")).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int quantity(Quote quote, String code) {
    return quote.lines().stream()
        .filter(line -> line.code().equals(code))
        .mapToInt(LineItem::quantity)
        .sum();
  }
}
