package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.contract.MerchantWebhookWorld;
import dev.stagedoor.domain.contract.MerchantWebhooksContract;
import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;

/** The form of the reference, which an organiser's fork may send as well. */
class HiEventsOrganiserReferenceWebhooksTest
    implements MerchantWebhooksContract, TimedWebhooksContract {
  private final HiEventsDeliveries deliveries =
      HiEventsDeliveries.ofAnOrganiserInTheFormOfTheReference();

  @Override
  public MerchantWebhooks merchants() {
    return deliveries.organisers;
  }

  @Override
  public WebhookTranslator operators() {
    return deliveries.webhooks;
  }

  @Override
  public MerchantWebhookWorld world() {
    return deliveries;
  }
}
