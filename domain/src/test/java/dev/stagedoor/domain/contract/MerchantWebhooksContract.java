package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link MerchantWebhooks} does: for the deliveries of one merchant all that translators
 * do, and no more than merchants may.
 */
public interface MerchantWebhooksContract extends SignedWebhooksContract {
  MerchantWebhooks merchants();

  /** Returns who understands what the operator set up at the same provider. */
  WebhookTranslator operators();

  @Override
  MerchantWebhookWorld world();

  @Override
  default WebhookTranslator translator() {
    return merchants().signedBy(world().secret());
  }

  private static void assertUntrusted(WebhookReading reading) {
    assertThat(reading).isInstanceOf(WebhookReading.Untrusted.class);
  }

  @Test
  default void eachMerchantsSecretSignsThatMerchantsDeliveriesOnly() {
    Secret another = Secret.of("another-merchants-secret");
    RawWebhook anothers = world().ofAnother(another);

    assertUntrusted(translator().read(anothers));
    assertThat(merchants().signedBy(another).read(anothers))
        .isInstanceOf(WebhookReading.Understood.class);
    assertUntrusted(merchants().signedBy(another).read(world().genuine()));
  }

  @Test
  default void theOperatorDoesNotTrustWhatAMerchantSigned() {
    assertUntrusted(operators().read(world().genuine()));
  }

  @Test
  default void aBlankSecretSignsNothing() {
    for (String blank : List.of("", " ", "\n", " , ")) {
      assertUntrusted(merchants().signedBy(Secret.of(blank)).read(world().genuine()));
    }
  }

  @Test
  default void onlyWhatMayBeTheMerchantsOwnIsToldOf() {
    WebhookReading.Understood reading =
        (WebhookReading.Understood) translator().read(world().genuine());

    assertThat(reading.events()).isNotEmpty().allMatch(MerchantWebhooksContract::mayBeOwn);
  }

  private static boolean mayBeOwn(ProviderEvent event) {
    return event instanceof InvoicingEvent.InvoiceChanged invoice
        ? invoice.account().isEmpty()
        : event instanceof TicketingEvent.SaleChanged sale && sale.via().isPresent();
  }

  @Test
  default void whateverElseAMerchantSignsIsIrrelevantNowAndWhenItIsReadAgain() {
    assertThat(world().ofOtherThings())
        .isNotEmpty()
        .allSatisfy(
            delivery -> {
              assertThat(translator().read(delivery)).isInstanceOf(WebhookReading.Irrelevant.class);
              assertThat(translator().readStored(delivery))
                  .isInstanceOf(WebhookReading.Irrelevant.class);
            });
  }

  @Test
  default void secretsOfMerchantsAreNotPrinted() {
    assertThat(merchants() + " " + translator() + " " + translator().read(world().forged()))
        .doesNotContain(world().secret().reveal());
  }
}
