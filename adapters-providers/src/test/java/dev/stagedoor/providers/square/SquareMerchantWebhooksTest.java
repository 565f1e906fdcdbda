package dev.stagedoor.providers.square;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.InvoicesContract;
import dev.stagedoor.domain.contract.MerchantWebhookWorld;
import dev.stagedoor.domain.contract.MerchantWebhooksContract;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.invoicing.InvoiceRequest;
import dev.stagedoor.domain.invoicing.InvoicingEvent.InvoiceChanged;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.MerchantWebhooks;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.support.Json;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SquareMerchantWebhooksTest implements MerchantWebhooksContract, MerchantWebhookWorld {
  private static final Secret SECRET = Secret.of("signature-key-of-a-merchant");
  private static final URI BASE = URI.create("https://stagedoor.example/api/webhooks/square");
  private static final String ACCOUNT = "0190a000-0000-7000-8000-00000000000a";
  private static final InvoiceId INVOICE =
      new InvoiceId(UUID.fromString("0190a000-0000-7000-8000-000000000002"));

  private final Square square = Square.open(SquareConfig.of(BASE), ProviderRuntime.plain());
  private int made;

  @Override
  public MerchantWebhooks merchants() {
    return square.webhookProvider().merchants().orElseThrow();
  }

  @Override
  public WebhookTranslator operators() {
    return square.webhookProvider().translator();
  }

  @Override
  public MerchantWebhookWorld world() {
    return this;
  }

  @Override
  public Secret secret() {
    return SECRET;
  }

  private static ObjectNode fixture(String type) {
    try (InputStream in =
        SquareMerchantWebhooksTest.class.getResourceAsStream("/square/" + type + ".json")) {
      return (ObjectNode) Json.read(Objects.requireNonNull(in, type).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawWebhook delivery(String account, Secret secret, URI told, byte[] body) {
    return new RawWebhook(
        Square.ID,
        account,
        Map.of("X-Square-HmacSha256-Signature", List.of(SquareStub.sign(secret, told, body))),
        body);
  }

  private static RawWebhook delivery(Secret secret, byte[] body) {
    return delivery(ACCOUNT, secret, URI.create(BASE + "/" + ACCOUNT), body);
  }

  private byte[] another() {
    made++;
    return Json.write(fixture("payment.updated").put("event_id", "event-" + made));
  }

  @Override
  public RawWebhook genuine() {
    return signed(another());
  }

  @Override
  public RawWebhook repeated(RawWebhook first) {
    return signed(first.body());
  }

  @Override
  public RawWebhook ofUnknownType() {
    return signed(Json.write(fixture("order.created")));
  }

  @Override
  public RawWebhook unreadable() {
    ObjectNode event = fixture("payment.updated");
    event.putObject("data");
    return signed(Json.write(event));
  }

  @Override
  public RawWebhook forged() {
    return ofAnother(Secret.of("somebody else's"));
  }

  @Override
  public RawWebhook ofAnother(Secret another) {
    return delivery(another, another());
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return delivery(SECRET, body);
  }

  /** Square signs no time. */
  @Override
  public RawWebhook signedBefore(Duration age) {
    return genuine();
  }

  @Override
  public Duration tolerance() {
    return Duration.ZERO;
  }

  @Override
  public List<RawWebhook> ofOtherThings() {
    return List.of(
        signed(Json.write(fixture("oauth.authorization.revoked"))),
        signed(Json.write(fixture("order.created"))));
  }

  private static InvoiceChanged changed(Optional<InvoiceId> invoice) {
    return new InvoiceChanged(
        ProviderRef.of("square", "CAISENgvlJ6jLWAzERDzjyHVybY"), invoice, Optional.empty());
  }

  @Test
  void anEventOfAnOrderPointsToIt() {
    assertThat(translator().read(signed(Json.write(fixture("order.updated")))))
        .isEqualTo(
            new WebhookReading.Understood(
                "13b867cf-db3d-4b1c-90b6-2f32a9d78124",
                "order.updated",
                List.of(changed(Optional.empty()))));
  }

  @Test
  void anEventOfAPaymentPointsToItsOrderAndNamesTheInvoice() {
    assertThat(translator().read(signed(Json.write(fixture("payment.updated")))))
        .isEqualTo(
            new WebhookReading.Understood(
                "53b867cf-db3d-4b1c-90b6-2f32a9d78124",
                "payment.updated",
                List.of(changed(Optional.of(INVOICE)))));
  }

  @Test
  void aPaymentThatIsNotOursHasNoIdOfOurs() {
    ObjectNode event = fixture("payment.updated");
    ObjectNode payment = (ObjectNode) event.at("/data/object/payment");
    for (String note : List.of("Online Transaction", "")) {
      payment.put("note", note);
      WebhookReading.Understood reading =
          (WebhookReading.Understood) translator().read(signed(Json.write(event)));
      assertThat(reading.events()).containsExactly(changed(Optional.empty()));
    }

    payment.remove("order_id");
    assertThat(translator().read(signed(Json.write(event))))
        .isInstanceOf(WebhookReading.Irrelevant.class);
  }

  @Test
  void whatWasSignedForAnotherAddressIsUntrusted() {
    URI elsewhere = URI.create("https://elsewhere.example/api/webhooks/square/" + ACCOUNT);
    URI other = URI.create(BASE + "/other-account");

    for (RawWebhook delivery :
        List.of(
            delivery(ACCOUNT, SECRET, elsewhere, another()),
            delivery(ACCOUNT, SECRET, other, another()),
            delivery("other-account", SECRET, URI.create(BASE + "/" + ACCOUNT), another()),
            delivery(ACCOUNT, SECRET, BASE, another()),
            delivery("", SECRET, URI.create(BASE + "/" + ACCOUNT), another()))) {
      assertThat(translator().read(delivery)).isInstanceOf(WebhookReading.Untrusted.class);
    }
  }

  @Test
  void whatTheStandInTellsIsUnderstood() {
    try (SquareStub stub = SquareStub.start()) {
      Merchant merchant = new Merchant.Keyed(SquareStub.TOKEN, Optional.of(SquareStub.LOCATION));
      InvoiceRequest request = InvoicesContract.anInvoice(merchant);
      InvoiceOutcome.Open issued =
          (InvoiceOutcome.Open)
              Square.open(new SquareConfig(BASE, stub.baseUrl()), ProviderRuntime.plain())
                  .invoicingProvider()
                  .invoices()
                  .issue(request);

      WebhookReading.Understood ofOrder = read(stub.event("order.updated", issued.ref().value()));
      WebhookReading.Understood ofPayment =
          read(stub.event("payment.updated", issued.ref().value()));

      assertThat(ofOrder.events())
          .containsExactly(new InvoiceChanged(issued.ref(), Optional.empty(), Optional.empty()));
      assertThat(ofPayment.events())
          .containsExactly(
              new InvoiceChanged(issued.ref(), Optional.of(request.invoice()), Optional.empty()));
    }
  }

  private WebhookReading.Understood read(byte[] event) {
    return (WebhookReading.Understood) translator().read(signed(event));
  }
}
