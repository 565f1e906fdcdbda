package dev.stagedoor.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static Money usd(long minor) {
    return Money.of(minor, "USD");
  }

  @Test
  void addsSubtractsAndMultipliesExactly() {
    assertThat(usd(1_999).plus(usd(2))).isEqualTo(usd(2_001));
    assertThat(usd(1_999).minus(usd(2_000))).isEqualTo(usd(-1));
    assertThat(usd(333).times(3)).isEqualTo(usd(999));
  }

  @Test
  void anOverflowIsNeverSilent() {
    assertThatThrownBy(() -> usd(Long.MAX_VALUE).plus(usd(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> usd(Long.MIN_VALUE).minus(usd(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> usd(Long.MAX_VALUE).times(2)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void currenciesNeverMix() {
    Money rupees = Money.of(100, "INR");

    assertThatThrownBy(() -> usd(100).plus(rupees)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> usd(100).minus(rupees)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> usd(100).isAtLeast(rupees))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> usd(100).compareTo(rupees))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneAmountInTwoCurrenciesIsNotTheSameMoney() {
    assertThat(usd(100)).isNotEqualTo(Money.of(100, "INR"));
    assertThat(usd(100)).isEqualTo(new Money(100, Currency.getInstance("USD")));
  }

  @Test
  void anUnknownCurrencyIsRefused() {
    assertThatThrownBy(() -> Money.of(1, "XYZ1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void comparesByAmount() {
    assertThat(usd(2).isAtLeast(usd(2))).isTrue();
    assertThat(usd(1).isAtLeast(usd(2))).isFalse();
    assertThat(usd(1)).isLessThan(usd(2));
    assertThat(usd(1).isPositive()).isTrue();
    assertThat(usd(0).isPositive()).isFalse();
    assertThat(usd(-1).isPositive()).isFalse();
    assertThat(usd(0).isZero()).isTrue();
  }

  @Test
  void whatIsOwedAfterAnOverpaymentIsNothing() {
    assertThat(usd(-5).orZero()).isEqualTo(usd(0));
    assertThat(usd(5).orZero()).isEqualTo(usd(5));
  }

  @Test
  void theFirstSharesTakeWhatIsLeftOver() {
    assertThat(usd(100).split(3)).containsExactly(usd(34), usd(33), usd(33));
    assertThat(usd(-100).split(3)).containsExactly(usd(-34), usd(-33), usd(-33));
  }

  @Test
  void nothingCanBeSplitIntoNoParts() {
    assertThatThrownBy(() -> usd(100).split(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void sharesAddUpToTheWholeAndDifferByAtMostOne(
      @ForAll long minor, @ForAll @IntRange(min = 1, max = 500) int parts) {
    List<Money> shares = usd(minor).split(parts);

    assertThat(shares).hasSize(parts);
    assertThat(shares.stream().reduce(usd(0), Money::plus)).isEqualTo(usd(minor));
    long least = shares.stream().mapToLong(Money::minor).min().orElseThrow();
    long most = shares.stream().mapToLong(Money::minor).max().orElseThrow();
    assertThat(most - least).isBetween(0L, 1L);
  }

  @Property
  void subtractingUndoesAdding(@ForAll int one, @ForAll int other) {
    assertThat(usd(one).plus(usd(other)).minus(usd(other))).isEqualTo(usd(one));
  }
}
