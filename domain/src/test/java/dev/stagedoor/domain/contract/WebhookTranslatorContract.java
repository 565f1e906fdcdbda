package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every {@link WebhookTranslator} does. Providers that sign the body's bytes pass {@link
 * SignedWebhooksContract} too, those that sign the time {@link TimedWebhooksContract}.
 */
public interface WebhookTranslatorContract {
  WebhookTranslator translator();

  WebhookWorld world();

  private WebhookReading.Understood understood(RawWebhook delivery) {
    return (WebhookReading.Understood) translator().read(delivery);
  }

  @Test
  default void aGenuineDeliveryIsUnderstood() {
    WebhookReading.Understood reading = understood(world().genuine());

    assertThat(reading.deliveryId()).isNotBlank();
    assertThat(reading.type()).isNotBlank();
    assertThat(reading.events()).isNotEmpty();
  }

  @Test
  default void aRepetitionHasTheSameIdAndTellsTheSame() {
    RawWebhook first = world().genuine();

    assertThat(understood(world().repeated(first))).isEqualTo(understood(first));
  }

  @Test
  default void twoDeliveriesHaveTwoIds() {
    assertThat(understood(world().genuine()).deliveryId())
        .isNotEqualTo(understood(world().genuine()).deliveryId());
  }

  @Test
  default void anUnknownTypeIsIrrelevantNotUntrusted() {
    assertThat(translator().read(world().ofUnknownType()))
        .isInstanceOfSatisfying(
            WebhookReading.Irrelevant.class,
            reading -> {
              assertThat(reading.deliveryId()).isNotBlank();
              assertThat(reading.type()).isNotBlank();
            });
  }

  @Test
  default void whatSomebodyElseSignedIsUntrusted() {
    assertThat(translator().read(world().forged())).isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  default void aDeliveryWithoutItsHeadersIsUntrusted() {
    RawWebhook genuine = world().genuine();
    RawWebhook bare = new RawWebhook(genuine.provider(), genuine.topic(), Map.of(), genuine.body());

    assertThat(translator().read(bare)).isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  default void aTrustedDeliveryThatCannotBeReadIsAnError() {
    assertThatIllegalArgumentException().isThrownBy(() -> translator().read(world().unreadable()));
  }

  @Test
  default void aStoredDeliveryIsReadAgainWithoutVerifying() {
    RawWebhook genuine = world().genuine();

    assertThat(translator().readStored(genuine)).isEqualTo(translator().read(genuine));
    assertThat(translator().readStored(world().forged()))
        .isInstanceOf(WebhookReading.Understood.class);
  }

  @Test
  default void trustedBytesOfAnyKindAreReadOrRefusedCleanly() {
    Random random = new Random(20_250_101);
    for (int i = 0; i < 300; i++) {
      byte[] body = new byte[random.nextInt(200)];
      random.nextBytes(body);
      readCleanly(world().signed(body));
    }
    byte[] genuine = world().genuine().body();
    for (int i = 0; i < genuine.length; i++) {
      byte[] damaged = genuine.clone();
      damaged[i] ^= (byte) (1 << random.nextInt(8));
      readCleanly(world().signed(damaged));
    }
    readCleanly(world().signed("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  default void headersOfAnyKindAreReadCleanly() {
    RawWebhook genuine = world().genuine();
    for (String header : genuine.headers().keySet()) {
      for (String value : List.of("", " ", "\u0000", "v1,", ",", "=", "-1", "9".repeat(400), "é")) {
        Map<String, List<String>> headers = new HashMap<>(genuine.headers());
        headers.put(header, List.of(value));
        readCleanly(new RawWebhook(genuine.provider(), genuine.topic(), headers, genuine.body()));
      }
      Map<String, List<String>> headers = new HashMap<>(genuine.headers());
      headers.put(header, List.of());
      readCleanly(new RawWebhook(genuine.provider(), genuine.topic(), headers, genuine.body()));
    }
  }

  private void readCleanly(RawWebhook delivery) {
    try {
      assertThat(translator().read(delivery)).isNotNull();
    } catch (IllegalArgumentException unreadable) {
      assertThat(unreadable).hasMessageMatching("(?s).+");
    }
  }
}
