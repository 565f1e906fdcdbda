package dev.stagedoor.providers.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeAmountsTest {
  @ParameterizedTest
  @CsvSource({
    "USD, 1299, 1299",
    "EUR, 1, 1",
    "HUF, 129900, 129900",
    "TWD, 129900, 129900",
    "JPY, 500, 500",
    "BIF, 500, 500",
    "CLP, 500, 500",
    "DJF, 500, 500",
    "GNF, 500, 500",
    "KMF, 500, 500",
    "KRW, 500, 500",
    "PYG, 500, 500",
    "RWF, 500, 500",
    "VND, 500, 500",
    "VUV, 500, 500",
    "XAF, 500, 500",
    "XOF, 500, 500",
    "XPF, 500, 500",
    "ISK, 5, 500",
    "UGX, 5000, 500000",
    "MGA, 500000, 5000",
    "BHD, 5120, 5120",
    "JOD, 5120, 5120",
    "KWD, 5120, 5120",
    "OMR, 5120, 5120",
    "TND, 5120, 5120",
    "USD, 0, 0"
  })
  void anAmountIsCountedAsStripeDoesAndBack(String currency, long ours, long theirs) {
    Money money = Money.of(ours, currency);

    assertThat(StripeAmounts.write(money)).contains(theirs);
    assertThat(StripeAmounts.read(theirs, currency.toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(money);
  }

  @ParameterizedTest
  @CsvSource({
    "KWD, 5124",
    "BHD, 1",
    "MGA, 150",
    "XTS, 100",
    "XAU, 100",
    "USD, -1",
    "ISK, 9223372036854775807"
  })
  void whatStripeCannotSayIsNotRounded(String currency, long ours) {
    assertThat(StripeAmounts.write(Money.of(ours, currency))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"550, isk", "100, xts", "100, zzz", "9223372036854775807, mga"})
  void whatMakesNoSenseIsUnreadable(long theirs, String currency) {
    assertThatThrownBy(() -> StripeAmounts.read(theirs, currency))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNREADABLE));
  }

  @Test
  void everyCurrencyGoesThereAndBack() {
    for (Currency currency : StripeAmounts.currencies()) {
      Money money = new Money(123_000, currency);
      long theirs = StripeAmounts.write(money).orElseThrow();

      assertThat(StripeAmounts.read(theirs, StripeAmounts.code(currency))).isEqualTo(money);
    }
    assertThat(StripeAmounts.currencies()).hasSizeGreaterThan(130);
  }
}
