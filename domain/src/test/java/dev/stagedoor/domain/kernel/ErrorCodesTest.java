package dev.stagedoor.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.memorials.MemorialError;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.video.VideoError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {
  private static final List<ErrorCode> ALL =
      Stream.<ErrorCode[]>of(
              CommonError.values(),
              AuthError.values(),
              PaymentError.values(),
              VideoError.values(),
              MemorialError.values(),
              LiveSellingError.values())
          .flatMap(Stream::of)
          .toList();

  @Test
  void noTwoRefusalsHaveOneName() {
    assertThat(ALL).extracting(ErrorCode::name).doesNotHaveDuplicates();
  }

  @Test
  void aRefusalCarriesItsCodeAndFacts() {
    DomainException refused = DomainException.invalid("title", "blank");

    assertThat(refused.code()).isEqualTo(CommonError.INVALID_VALUE);
    assertThat(refused.facts()).containsEntry("field", "title").containsEntry("rule", "blank");
    assertThat(refused).hasMessageContaining("INVALID_VALUE").hasMessageContaining("title");
    assertThat(DomainException.notFound().facts()).isEmpty();
  }

  @Test
  void onlyWhatMayPassIsTransient() {
    ProviderId provider = new ProviderId("sandbox");
    for (ProviderException.Kind kind : ProviderException.Kind.values()) {
      boolean expected =
          kind == ProviderException.Kind.RATE_LIMITED || kind == ProviderException.Kind.UNAVAILABLE;
      assertThat(new ProviderException(provider, kind, "what").isTransient()).isEqualTo(expected);
    }
  }
}
