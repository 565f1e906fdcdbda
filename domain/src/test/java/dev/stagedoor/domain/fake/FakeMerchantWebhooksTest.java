package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.MerchantWebhookWorld;
import dev.stagedoor.domain.contract.MerchantWebhooksContract;
import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;

class FakeMerchantWebhooksTest implements MerchantWebhooksContract, TimedWebhooksContract {
  private final FakeMerchantWebhooks webhooks = new FakeMerchantWebhooks(new ProviderId("fake"));

  @Override
  public MerchantWebhooks merchants() {
    return webhooks;
  }

  @Override
  public WebhookTranslator operators() {
    return new FakeWebhooks();
  }

  @Override
  public MerchantWebhookWorld world() {
    return webhooks;
  }
}
