package dev.stagedoor.domain.webhooks.port;

import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;

/** Understands the webhooks of one provider. Pure: no repositories, no calls out. */
public interface WebhookTranslator {
  /**
   * Verifies the signature over the raw bytes, its time included, and only then reads.
   *
   * <p>A bad, missing or stale signature is {@code Untrusted}; a type we do not use is {@code
   * Irrelevant}.
   *
   * @throws IllegalArgumentException when a delivery that is trusted and of a known type cannot be
   *     read
   */
  WebhookReading read(RawWebhook delivery);

  /**
   * Reads a delivery that was verified when it came and kept since. Does not verify again, because
   * its time has passed.
   *
   * @throws IllegalArgumentException as {@link #read}
   */
  WebhookReading readStored(RawWebhook delivery);
}
