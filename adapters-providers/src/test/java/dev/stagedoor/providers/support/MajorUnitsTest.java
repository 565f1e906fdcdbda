package dev.stagedoor.providers.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Money;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorUnitsTest {
  private static final MajorUnits UNITS = MajorUnits.of("JPY HUF", "USD EUR", "KWD");

  @ParameterizedTest
  @CsvSource({
    "0, USD, 0.00",
    "1, USD, 0.01",
    "4749, USD, 47.49",
    "1000, JPY, 1000",
    "1005, KWD, 1.005",
    "120000, HUF, 1200",
    "9223372036854775807, USD, 92233720368547758.07"
  })
  void whatCanBeSaidIsSaidAndRead(long minor, String code, String written) {
    Money money = Money.of(minor, code);

    assertThat(UNITS.write(money).map(BigDecimal::toPlainString)).contains(written);
    assertThat(UNITS.read(new BigDecimal(written), code)).contains(money);
    assertThat(UNITS.read(written, code.toLowerCase(java.util.Locale.ROOT))).contains(money);
  }

  @ParameterizedTest
  @CsvSource({"120050, HUF", "-1, USD", "100, GBP", "100, XTS"})
  void whatCannotBeSaidIsNotSaid(long minor, String code) {
    assertThat(UNITS.write(Money.of(minor, code))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.001, USD",
    "0.5, JPY",
    "-1, USD",
    "1, GBP",
    "1, nonsense",
    "1e3, USD",
    "'', USD",
    "1., USD",
    "NaN, USD",
    "92233720368547758.08, USD",
    "9999999999999999999999, USD"
  })
  void whatMakesNoSenseIsNotRead(String amount, String code) {
    assertThat(UNITS.read(amount, code)).isEmpty();
  }

  @Test
  void placesWithoutMeaningAreRead() {
    assertThat(UNITS.read("12.3000", "USD")).contains(Money.of(1230, "USD"));
    assertThat(UNITS.read("12", "USD")).contains(Money.of(1200, "USD"));
    assertThat(UNITS.read(new BigDecimal("1E+3"), "JPY")).contains(Money.of(1000, "JPY"));
  }

  @Test
  void hugeExponentsTakeNoTime() {
    assertThat(UNITS.read(new BigDecimal("1E+999999999"), "USD")).isEmpty();
    assertThat(UNITS.read(new BigDecimal("1E-999999999"), "USD")).isEmpty();
  }

  @Property
  void nothingIsLostOnTheWay(@ForAll @LongRange(min = 0) long minor) {
    for (String code : new String[] {"USD", "JPY", "KWD"}) {
      Money money = Money.of(minor, code);
      assertThat(UNITS.write(money).flatMap(written -> UNITS.read(written, code))).contains(money);
    }
  }
}
