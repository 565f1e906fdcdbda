package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.MerchantWebhookWorld;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.invoicing.InvoicingEvent.InvoiceChanged;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Webhooks of merchants of a provider in memory. Each has a secret, and counts its deliveries from
 * one, as if there were no others; those of the merchant {@link #ACCOUNT} are the world's.
 */
public final class FakeMerchantWebhooks implements MerchantWebhooks, MerchantWebhookWorld {
  public static final String ACCOUNT = "account-1";
  private static final Secret SECRET = Secret.of("secret-of-account-1");

  private final ProviderId id;
  private final Map<Secret, FakeWebhooks> bySecret = new ConcurrentHashMap<>();

  public FakeMerchantWebhooks(ProviderId id) {
    this.id = id;
  }

  /** Makes a delivery to an account's address that tells these events. */
  public RawWebhook delivery(String account, Secret secret, ProviderEvent... events) {
    return to(account, of(secret).delivery(events));
  }

  private static RawWebhook to(String account, RawWebhook made) {
    return new RawWebhook(made.provider(), account, made.headers(), made.body());
  }

  private FakeWebhooks of(Secret secret) {
    return bySecret.computeIfAbsent(
        secret,
        fresh ->
            new FakeWebhooks(
                id,
                ACCOUNT,
                fresh.reveal(),
                invoice -> new InvoiceChanged(invoice, Optional.empty(), Optional.empty())));
  }

  private FakeWebhooks mine() {
    return of(SECRET);
  }

  @Override
  public WebhookTranslator signedBy(Secret secret) {
    FakeWebhooks whole = of(secret);
    return new WebhookTranslator() {
      @Override
      public WebhookReading read(RawWebhook delivery) {
        return invoicesOf(whole.read(delivery));
      }

      @Override
      public WebhookReading readStored(RawWebhook delivery) {
        return invoicesOf(whole.readStored(delivery));
      }
    };
  }

  private static WebhookReading invoicesOf(WebhookReading reading) {
    return reading instanceof WebhookReading.Understood understood
            && !understood.events().stream().allMatch(InvoiceChanged.class::isInstance)
        ? new WebhookReading.Irrelevant(understood.deliveryId(), understood.type())
        : reading;
  }

  @Override
  public Secret secret() {
    return SECRET;
  }

  @Override
  public RawWebhook ofAnother(Secret another) {
    return of(another).genuine();
  }

  @Override
  public List<RawWebhook> ofOtherThings() {
    return List.of(
        mine().delivery(new InvoicingEvent.MerchantLeft("somebody-else")),
        mine()
            .delivery(
                new PaymentEvent.ChargeDisputed(new ProviderRef(id, "charge"), Optional.empty())));
  }

  @Override
  public RawWebhook genuine() {
    return mine().genuine();
  }

  @Override
  public RawWebhook repeated(RawWebhook first) {
    return mine().repeated(first);
  }

  @Override
  public RawWebhook ofUnknownType() {
    return mine().ofUnknownType();
  }

  @Override
  public RawWebhook unreadable() {
    return mine().unreadable();
  }

  @Override
  public RawWebhook forged() {
    return mine().forged();
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return mine().signed(body);
  }

  @Override
  public RawWebhook signedBefore(Duration age) {
    return mine().signedBefore(age);
  }

  @Override
  public Duration tolerance() {
    return mine().tolerance();
  }
}
