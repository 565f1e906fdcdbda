package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.webhooks.WebhookReading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a translator does besides whose provider signs the time of sending. */
public interface TimedWebhooksContract extends SignedWebhooksContract {
  private WebhookReading readSignedBefore(Duration age) {
    return translator().read(world().signedBefore(age));
  }

  @Test
  default void aSignatureWithinTheToleranceIsTrusted() {
    Duration almost = world().tolerance().minusSeconds(1);

    assertThat(readSignedBefore(almost)).isInstanceOf(WebhookReading.Understood.class);
  }

  @Test
  default void aStaleSignatureIsUntrusted() {
    Duration tooOld = world().tolerance().plusSeconds(1);

    assertThat(readSignedBefore(tooOld)).isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  default void aSignatureFromTheFutureIsUntrusted() {
    Duration tooNew = world().tolerance().plusSeconds(1).negated();

    assertThat(readSignedBefore(tooNew)).isInstanceOf(WebhookReading.Untrusted.class);
  }
}
