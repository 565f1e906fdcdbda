package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;

class FakeWebhooksTest implements TimedWebhooksContract {
  private final FakeWebhooks webhooks = new FakeWebhooks();

  @Override
  public WebhookTranslator translator() {
    return webhooks;
  }

  @Override
  public WebhookWorld world() {
    return webhooks;
  }
}
