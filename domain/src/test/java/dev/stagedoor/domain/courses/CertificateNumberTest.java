package dev.stagedoor.domain.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.kernel.Secret;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateNumberTest {
  private static final CertificateNumber ONE = CertificateNumber.of(Secret.of("a token"));

  @Test
  void tokensGiveNumbersOfTheirOwn() {
    Set<CertificateNumber> numbers = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      numbers.add(CertificateNumber.of(Secret.of("token " + i)));
    }

    assertThat(numbers).hasSize(1000);
    assertThat(CertificateNumber.of(Secret.of("a token"))).isEqualTo(ONE);
  }

  @Test
  void aNumberIsReadAsPeopleWriteIt() {
    String written = ONE.value();

    assertThat(CertificateNumber.read(written)).contains(ONE);
    assertThat(CertificateNumber.read(" " + written.toLowerCase(Locale.ROOT) + " ")).contains(ONE);
    assertThat(CertificateNumber.read(written.replace("-", ""))).contains(ONE);
    assertThat(CertificateNumber.read(written.replace("-", " "))).contains(ONE);
    assertThat(CertificateNumber.read("oO0iIlL12345"))
        .contains(new CertificateNumber("0001-1111-2345"));
  }

  @Test
  void whatIsNoNumberIsNotRead() {
    assertThat(CertificateNumber.read("")).isEmpty();
    assertThat(CertificateNumber.read("0000-0000-000")).isEmpty();
    assertThat(CertificateNumber.read("0000-0000-00000")).isEmpty();
    assertThat(CertificateNumber.read("0000-0000-000U")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new CertificateNumber("000000000000"));
  }
}
