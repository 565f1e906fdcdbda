package dev.stagedoor.domain.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePeerTest {
  private static final String TIMESTAMP = "1735689600";

  /** Reckoned by {@code openssl dgst -sha256 -hmac}. */
  @Test
  void aSignatureIsOverServiceTimestampAndBody() {
    assertThat(peer("payment-service").sign(TIMESTAMP, bytes("{\"a\":\"ü\"}")))
        .isEqualTo("b8c8abecf5a6abebbe364e36086b6cff2204ce3c95cf5b11016d2984e99e7253");
  }

  /** Reckoned by Python's hmac. */
  @Test
  void anEmptyBodyIsSignedToo() {
    assertThat(peer("course-service").sign(TIMESTAMP, new byte[0]))
        .isEqualTo("69d162ccaab239a6ca705e853dbb263649189fb8a881b2a1f91c41c290f6b154");
  }

  @Test
  void whoHasNoKeyOrNoSecretIsNoPeer() {
    ServiceId id = new ServiceId("payment-service");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServicePeer(id, Secret.of(" "), Secret.of("secret")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServicePeer(id, Secret.of("key"), Secret.of("")));
  }

  @Test
  void itsKeyAndSecretAreNotPrinted() {
    assertThat(peer("payment-service").toString())
        .contains("payment-service")
        .doesNotContain("the key", "a secret between us");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Payment", "1-service", "payment service", "payment:service"})
  void whatIsNoIdIsRefused(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ServiceId(id));
  }

  private static ServicePeer peer(String id) {
    return new ServicePeer(
        new ServiceId(id), Secret.of("the key"), Secret.of("a secret between us"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
