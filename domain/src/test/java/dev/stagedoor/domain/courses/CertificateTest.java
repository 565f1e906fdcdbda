package dev.stagedoor.domain.courses;

import static dev.stagedoor.domain.fixture.CourseSamples.aCertificate;
import static dev.stagedoor.domain.fixture.CourseSamples.aCourseId;
import static dev.stagedoor.domain.fixture.CourseSamples.anEnrollmentId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.kernel.Secret;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {
  @Test
  void whatIsRevokedStaysRevokedFromThatDay() {
    Certificate certificate = aCertificate(anEnrollmentId(), aCourseId());
    assertThat(certificate.isRevoked()).isFalse();
    assertThat(certificate.revoked()).isEmpty();

    Certificate revoked = certificate.revoke(NOW.plusSeconds(1)).revoke(NOW.plusSeconds(2));

    assertThat(revoked.isRevoked()).isTrue();
    assertThat(revoked.revoked()).contains(NOW.plusSeconds(1));
    assertThat(revoked.number()).isEqualTo(certificate.number());
  }

  /** Reckoned by hand: the 60 lowest bits of SHA-256 of "token", five at a time. */
  @Test
  void aNumberIsMadeOfAToken() {
    assertThat(CertificateNumber.of(Secret.of("token"))).hasToString("0ZM2-4D3P-0JPC");
  }

  @Test
  void everyTokenMakesAnotherNumberOfAllDigits() {
    Set<CertificateNumber> numbers = new HashSet<>();
    Set<Integer> digits = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      CertificateNumber number = CertificateNumber.of(Secret.of("token " + i));
      numbers.add(number);
      number.value().replace("-", "").chars().forEach(digits::add);
    }

    assertThat(numbers).hasSize(1_000);
    assertThat(digits).hasSize(32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0ZM2-4D3P-0JPC",
        "0zm24d3p0jpc",
        " ozm2 4d3p ojpc ",
        "0Z-M24-D3P-0JPC",
        "OZM24D3POJPC"
      })
  void aNumberIsReadAsPeopleWriteIt(String written) {
    assertThat(CertificateNumber.read(written)).contains(new CertificateNumber("0ZM2-4D3P-0JPC"));
  }

  @Test
  void lettersThatLookLikeDigitsAreRead() {
    assertThat(CertificateNumber.read("illo-0000-0000"))
        .contains(new CertificateNumber("1110-0000-0000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0ZM2-4D3P-0JP", "0ZM2-4D3P-0JPCC", "UZM2-4D3P-0JPC", "0ZM2-4D3P-0JP_"})
  void whatIsNoNumberIsNotRead(String written) {
    assertThat(CertificateNumber.read(written)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new CertificateNumber(written));
  }
}
