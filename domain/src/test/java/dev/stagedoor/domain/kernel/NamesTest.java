package dev.stagedoor.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values that name things: providers, references to them, subjects, keys. */
class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"stripe", "hi-events", "s3"})
  void aProviderIsNamedAsInConfiguration(String id) {
    assertThat(new ProviderId(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Stripe", "3s", "hi events", "-x", "hi_events"})
  void otherNamesOfProvidersAreRefused(String id) {
    assertThatThrownBy(() -> new ProviderId(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReferenceNamesItsProvider() {
    assertThat(ProviderRef.of("stripe", "pi_1")).hasToString("stripe:pi_1");
    assertThat(ProviderRef.of("stripe", "1")).isNotEqualTo(ProviderRef.of("razorpay", "1"));
    assertThatThrownBy(() -> ProviderRef.of("stripe", " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "Memorial", "memorial-booking", "1a"})
  void aKindOfSubjectIsWrittenInLowerCase(String kind) {
    assertThatThrownBy(() -> new Subject(kind, UUID.randomUUID()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void subjectsOfTwoKindsAreNeverTheSame() {
    UUID id = UUID.randomUUID();

    assertThat(new Subject("memorial", id)).isNotEqualTo(new Subject("memorial_booking", id));
  }

  @Test
  void anIdempotencyKeyHas1To255Characters() {
    assertThat(new IdempotencyKey("k".repeat(255)).value()).hasSize(255);
    assertThatThrownBy(() -> new IdempotencyKey("k".repeat(256)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new IdempotencyKey(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
