package dev.stagedoor.providers.support;

import dev.stagedoor.domain.invoicing.InvoicingEvent.InvoiceChanged;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import java.util.List;
import java.util.Optional;

/**
 * Lets through what a merchant may tell of what another translator understands: that invoices
 * changed, and of no other account than the merchant's own.
 */
public final class InvoicesOnly implements WebhookTranslator {
  private final WebhookTranslator whole;

  public InvoicesOnly(WebhookTranslator whole) {
    this.whole = whole;
  }

  @Override
  public WebhookReading read(RawWebhook delivery) {
    return invoicesOf(whole.read(delivery));
  }

  @Override
  public WebhookReading readStored(RawWebhook delivery) {
    return invoicesOf(whole.readStored(delivery));
  }

  private static WebhookReading invoicesOf(WebhookReading reading) {
    if (!(reading instanceof WebhookReading.Understood understood)) {
      return reading;
    }
    List<ProviderEvent> invoices =
        understood.events().stream()
            .filter(InvoiceChanged.class::isInstance)
            .map(InvoiceChanged.class::cast)
            .<ProviderEvent>map(
                changed -> new InvoiceChanged(changed.ref(), changed.invoice(), Optional.empty()))
            .toList();
    return invoices.isEmpty()
        ? new WebhookReading.Irrelevant(understood.deliveryId(), understood.type())
        : new WebhookReading.Understood(understood.deliveryId(), understood.type(), invoices);
  }
}
