package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.webhooks.RawWebhook;
import java.time.Duration;

/** The far side that sends webhooks, as a test arranges it. */
public interface WebhookWorld {
  /** Returns a delivery of a known type, signed just now. Each call tells of another thing. */
  RawWebhook genuine();

  /** Returns the same delivery as the provider repeats it: the same body, signed again. */
  RawWebhook repeated(RawWebhook first);

  /** Returns a delivery, well signed, of a type the translator does not use. */
  RawWebhook ofUnknownType();

  /** Returns a delivery, well signed and of a known type, that lacks what it should tell. */
  RawWebhook unreadable();

  /** Returns a delivery of a known type that somebody else signed. */
  RawWebhook forged();

  /** Returns a delivery of a known type with this body, well signed. */
  RawWebhook signed(byte[] body);

  /** Returns a genuine delivery that was signed this long before now, or after when negative. */
  RawWebhook signedBefore(Duration age);

  /** Returns how old a signature may be. */
  Duration tolerance();
}
