package dev.stagedoor.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fake.FakeMerchantWebhooks;
import dev.stagedoor.domain.fake.FakeWebhooks;
import dev.stagedoor.domain.invoicing.InvoicingEvent;
import dev.stagedoor.domain.invoicing.InvoicingEvent.InvoiceChanged;
import dev.stagedoor.domain.invoicing.InvoicingEvent.MerchantLeft;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MerchantWebhookIntakeTest {
  private static final ProviderId FAKE = new ProviderId("fake");
  private static final Secret ADAS = Secret.of("adas-secret");
  private static final Secret BOBS = Secret.of("bobs-secret");
  private static final InvoiceChanged CHANGED =
      new InvoiceChanged(new ProviderRef(FAKE, "in_1"), Optional.empty(), Optional.empty());

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final Actor admin = house.admin().actor();
  private final FakeWebhooks operators = new FakeWebhooks();
  private final FakeMerchantWebhooks merchants = new FakeMerchantWebhooks(FAKE);
  private final Map<String, Secret> secrets = new HashMap<>(Map.of("ada", ADAS, "bob", BOBS));
  private final List<String> asked = new ArrayList<>();
  private final List<InvoicingEvent> told = new ArrayList<>();
  private boolean broken;

  private final WebhookIntake intake =
      intake(new WebhookProvider(FAKE, operators, Optional.of(merchants)));

  private WebhookIntake intake(WebhookProvider provider) {
    return new WebhookIntake(
        house.unitOfWork(),
        house.webhookInbox(),
        house.jobs(),
        new WebhookTranslators(List.of(provider), Optional.empty()),
        (of, account) -> {
          asked.add(of + " " + account);
          return Optional.ofNullable(secrets.get(account));
        },
        List.of(new EventHandler<>(InvoicingEvent.class, this::hear)),
        house.clock(),
        UUID::randomUUID);
  }

  private Runnable hear(InvoicingEvent event) {
    if (broken) {
      throw new IllegalStateException("made to fail");
    }
    return () -> told.add(event);
  }

  private WebhookResult receive(RawWebhook delivery) {
    return receive(intake, delivery);
  }

  private static WebhookResult receive(WebhookIntake intake, RawWebhook delivery) {
    return intake.receive(
        delivery.provider(), delivery.topic(), delivery.headers(), delivery.body());
  }

  private static RawWebhook to(String topic, RawWebhook delivery) {
    return new RawWebhook(delivery.provider(), topic, delivery.headers(), delivery.body());
  }

  private List<WebhookView> kept() {
    return intake.list(admin, Optional.empty(), PageRequest.first()).items();
  }

  private static WebhookResult taken(String outcome) {
    return new WebhookResult.Taken(outcome);
  }

  private void assertRefused(RawWebhook delivery) {
    assertThat(receive(delivery)).isEqualTo(new WebhookResult.Untrusted());
    assertThat(kept()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void whatAMerchantsSecretSignsIsAppliedAtThatMerchantsAddress() {
    assertThat(receive(merchants.delivery("ada", ADAS, CHANGED))).isEqualTo(taken("applied"));

    assertThat(told).containsExactly(CHANGED);
    assertThat(kept())
        .singleElement()
        .extracting(WebhookView::deliveryId)
        .isEqualTo("merchant/ada/delivery-1");
  }

  @Test
  void anotherMerchantsSecretDoesNotDo() {
    assertRefused(merchants.delivery("ada", BOBS, CHANGED));
  }

  @Test
  void theOperatorsSecretDoesNotDoWhereAMerchantsIsKnown() {
    assertRefused(to("ada", operators.delivery(CHANGED)));
  }

  @Test
  void aMerchantsSecretDoesNotDoAtTheOperatorsAddress() {
    assertRefused(merchants.delivery("", ADAS, CHANGED));
    assertThat(asked).isEmpty();
  }

  @Test
  void atTheAddressOfAnAccountNobodyKnowsTheOperatorsSecretIsAskedFor() {
    assertRefused(merchants.delivery("eve", ADAS, CHANGED));

    assertThat(receive(to("recording", operators.delivery(CHANGED)))).isEqualTo(taken("applied"));
    assertThat(kept()).singleElement().extracting(WebhookView::deliveryId).isEqualTo("delivery-1");
  }

  @Test
  void withoutAnOperatorsSecretAnAccountNobodyKnowsIsRefused() {
    WebhookIntake alone =
        intake(new WebhookProvider(FAKE, new TrustingNobody(), Optional.of(merchants)));

    assertThat(receive(alone, merchants.delivery("eve", ADAS, CHANGED)))
        .isEqualTo(new WebhookResult.Untrusted());
    assertThat(receive(alone, merchants.delivery("ada", ADAS, CHANGED)))
        .isEqualTo(taken("applied"));
  }

  @Test
  void anAccountWithASlashIsNobodys() {
    secrets.put("ada/delivery", BOBS);

    assertRefused(merchants.delivery("ada/delivery", BOBS, CHANGED));
  }

  @Test
  void ofAProviderWithoutSuchMerchantsNoSecretIsLookedUp() {
    WebhookIntake plain = intake(new WebhookProvider(FAKE, operators));

    assertThat(receive(plain, to("ada", operators.delivery(CHANGED)))).isEqualTo(taken("applied"));
    assertThat(asked).isEmpty();
  }

  @Test
  void nobodyTakesThePlaceOfAnothersDelivery() {
    RawWebhook adas = merchants.delivery("ada", ADAS, CHANGED);
    RawWebhook bobs = merchants.delivery("bob", BOBS, CHANGED);
    assertThat(adas.header("fake-id")).isEqualTo(bobs.header("fake-id"));

    assertThat(receive(adas)).isEqualTo(taken("applied"));
    assertThat(receive(bobs)).isEqualTo(taken("applied"));
    assertThat(receive(operators.delivery(CHANGED))).isEqualTo(taken("applied"));
    assertThat(receive(adas)).isEqualTo(taken("duplicate"));
    assertThat(told).hasSize(3);
  }

  @Test
  void whatAMerchantMayNotTellIsIgnoredAlsoWhenItIsReplayed() {
    assertThat(receive(merchants.delivery("ada", ADAS, new MerchantLeft("bob"))))
        .isEqualTo(taken("ignored"));

    intake.replay(admin, kept().get(0).id());

    assertThat(told).isEmpty();
  }

  @Test
  void aDeliveryThatWasKeptIsReadAgainAsTheMerchants() {
    broken = true;
    assertThat(receive(merchants.delivery("ada", ADAS, CHANGED))).isEqualTo(taken("kept"));
    broken = false;

    intake.replay(admin, kept().get(0).id());

    assertThat(told).containsExactly(CHANGED);
  }

  @Test
  void aDeliveryOfAMerchantWhoIsGoneIsNotReadAsTheOperators() {
    receive(merchants.delivery("ada", ADAS, new MerchantLeft("bob")));
    secrets.remove("ada");
    UUID id = kept().get(0).id();

    assertThatIllegalStateException().isThrownBy(() -> intake.replay(admin, id));

    assertThat(told).isEmpty();
    assertThat(kept())
        .singleElement()
        .extracting(WebhookView::error)
        .isEqualTo(
            Optional.of("IllegalStateException: the merchant's webhooks are not set up any more"));
  }

  private static final class TrustingNobody implements WebhookTranslator {
    @Override
    public WebhookReading read(RawWebhook delivery) {
      return new WebhookReading.Untrusted("no secret is set up");
    }

    @Override
    public WebhookReading readStored(RawWebhook delivery) {
      throw new IllegalArgumentException("nothing was stored");
    }
  }
}
