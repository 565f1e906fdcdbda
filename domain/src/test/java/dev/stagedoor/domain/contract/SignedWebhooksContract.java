package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import org.junit.jupiter.api.Test;

/** What a translator does besides whose provider signs the body's bytes. */
public interface SignedWebhooksContract extends WebhookTranslatorContract {
  @Test
  default void aBodyAlteredInAnyByteIsUntrusted() {
    RawWebhook genuine = world().genuine();
    for (int i = 0; i < genuine.body().length; i++) {
      byte[] altered = genuine.body();
      altered[i] ^= 1;
      assertThat(
              translator()
                  .read(
                      new RawWebhook(
                          genuine.provider(), genuine.topic(), genuine.headers(), altered)))
          .isInstanceOf(WebhookReading.Untrusted.class);
    }
  }

  @Test
  default void anotherBodyUnderAGenuineSignatureIsUntrusted() {
    RawWebhook genuine = world().genuine();
    RawWebhook other = world().genuine();

    assertThat(
            translator()
                .read(
                    new RawWebhook(
                        genuine.provider(), genuine.topic(), genuine.headers(), other.body())))
        .isInstanceOf(WebhookReading.Untrusted.class);
  }
}
