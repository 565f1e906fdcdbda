package dev.stagedoor.providers.sandbox.site;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.contract.DirectMessagesContract;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.providers.sandbox.channels.SandboxChannels;
import dev.stagedoor.providers.sandbox.site.SiteFixture.Answer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Payments, mail and the console of the sandbox. */
class SandboxSiteTest extends SandboxSiteScene {
  private static String aCharge(CheckoutRequest request) {
    CheckoutOutcome.Opened opened =
        (CheckoutOutcome.Opened) site.sandbox().paymentProvider().checkouts().open(request);
    return opened.ref().value();
  }

  private static Answer confirm(String charge, String card) throws Exception {
    return site.post(
        "/sandbox/payments/" + charge + "/confirm", "{\"cardNumber\":\"" + card + "\"}");
  }

  @Test
  void aPaidChargeIsToldByASignedWebhook() throws Exception {
    CheckoutRequest request = aCheckout(Money.of(129_900, "USD"));
    String charge = aCharge(request);

    Answer answer = confirm(charge, "4242 4242 4242 4242");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"succeeded\"}");
    RawWebhook webhook = site.nextWebhook();
    assertThat(webhook.topic()).isEqualTo("stripe");
    assertThat(read(webhook).events())
        .isEqualTo(
            List.of(
                new PaymentEvent.ChargeChanged(
                    dev.stagedoor.domain.kernel.ProviderRef.of("sandbox", charge),
                    Optional.of(request.payment()))));
  }

  @Test
  void aDeclineTellsWhatTheBuyerCanDo() throws Exception {
    String charge = aCharge(aCheckout(Money.of(129_900, "USD")));

    Answer answer = confirm(charge, "4000000000009995");
    site.nextWebhook();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(
                    "{\"status\":\"declined\",\"error\":{\"type\":\"card_error\","
                        + "\"code\":\"insufficient_funds\","
                        + "\"message\":\"Insufficient funds. Please try a different card.\","
                        + "\"recoverable\":true,\"shouldRetry\":false}}"));
  }

  @Test
  void aLostAnswerIsATimeoutAndTheChargeIsPaid() throws Exception {
    String charge = aCharge(aCheckout(Money.of(129_900, "USD")));

    assertProblem(confirm(charge, "4000000000000077"), 504, "ANSWER_LOST");

    assertThat(confirm(charge, "4000000000000077").text()).isEqualTo("{\"status\":\"succeeded\"}");
    assertThat(site.webhooksLeft()).isZero();
  }

  @Test
  void theWebhookThatComesFirstIsThereWhenTheAnswerIs() throws Exception {
    confirm(aCharge(aCheckout(Money.of(129_900, "USD"))), "4000000000000051");

    assertThat(site.webhooksLeft()).isEqualTo(1);
    site.nextWebhook();
  }

  @Test
  void theWebhookThatComesTwiceHasOneId() throws Exception {
    confirm(aCharge(aCheckout(Money.of(129_900, "USD"))), "4000000000000044");

    assertThat(read(site.nextWebhook())).isEqualTo(read(site.nextWebhook()));
  }

  @Test
  void aSilentBankIsAnsweredForByTheOperator() throws Exception {
    String charge = aCharge(aCheckout(Money.of(129_900, "USD")));
    assertThat(confirm(charge, "4000000000000036").text()).isEqualTo("{\"status\":\"processing\"}");
    site.nextWebhook();

    Answer settled =
        site.post(
            "/sandbox/payments/" + charge + "/settle",
            "{\"outcome\":\"declined\",\"code\":\"fraudulent\"}");
    site.nextWebhook();

    assertThat(settled.json().path("status").asText()).isEqualTo("declined");
    assertThat(settled.json().path("error").path("recoverable").asBoolean()).isFalse();
    assertProblem(
        site.post("/sandbox/payments/" + charge + "/settle", "{\"outcome\":\"maybe\"}"),
        422,
        "INVALID_VALUE");
  }

  @Test
  void whatIsNoCardIsInvalid() throws Exception {
    String charge = aCharge(aCheckout(Money.of(129_900, "USD")));

    for (String body :
        List.of(
            "{}",
            "{\"cardNumber\":\"4242\"}",
            "{\"cardNumber\":\"4242424242424241\"}",
            "{\"cardNumber\":\"4242424242424242\",\"cvc\":\"1\"}",
            "{\"cardNumber\":\"4242424242424242\",\"expiry\":\"13/30\"}")) {
      Answer answer = site.post("/sandbox/payments/" + charge + "/confirm", body);

      assertProblem(answer, 422, "INVALID_VALUE");
      assertThat(answer.json().path("errors").path(0).path("field").asText()).isNotBlank();
    }
  }

  @Test
  void aPaymentNobodyKnowsIsNotFound() throws Exception {
    assertProblem(confirm("nobody", "4242424242424242"), 404, "NOT_FOUND");
  }

  @Test
  void theListOfPaymentsShowsChargesAndCardsAndNoSecret() throws Exception {
    CheckoutRequest request = aCheckout(Money.of(5000, "JPY"));
    String charge = aCharge(request);

    Answer answer = site.get("/sandbox/payments");

    JsonNode first = answer.json().path("payments").path(0);
    assertThat(first.path("id").asText()).isEqualTo(charge);
    assertThat(first.path("status").asText()).isEqualTo("open");
    assertThat(first.path("amountMinor").asLong()).isEqualTo(5000);
    assertThat(first.path("decimals").asInt()).isZero();
    assertThat(answer.json().path("cards").findValuesAsText("number"))
        .contains("4242424242424242", "4000000000000002");
    assertThat(answer.text()).doesNotContain("_secret_");
    assertProblem(site.get("/sandbox/payments?limit=0"), 422, "INVALID_VALUE");
  }

  @Test
  void messagesAreListedByPersonAndShownHarmlessly() throws Exception {
    UUID id = UUID.randomUUID();
    EmailAddress to = new EmailAddress("zoe-" + id + "@example.com");
    site.sandbox()
        .mailProvider()
        .sender()
        .send(
            new OutgoingMessage(
                new MessageId(id),
                to,
                new MessageContent(
                    "Hello",
                    "Hello Zoë",
                    "<html><head><title>x</title></head><body>Zoë<script>1</script></body></html>")));

    JsonNode found = site.get("/sandbox/messages?channel=mail&to=" + to.value()).json();
    assertThat(found.path("messages")).hasSize(1);
    JsonNode message = found.path("messages").path(0);
    assertThat(message.path("subject").asText()).isEqualTo("Hello");
    assertThat(message.path("text").asText()).isEqualTo("Hello Zoë");
    assertThat(message.path("channel").asText()).isEqualTo("mail");
    assertThat(message.path("createdAt").asText()).isNotBlank();

    Answer page = site.get("/sandbox/messages/" + id + "/html");
    assertThat(page.text()).contains("<head><base target=\"_blank\"><title>").contains("Zoë");
    assertThat(page.header("content-security-policy"))
        .startsWith("sandbox ")
        .contains("default-src 'none'")
        .doesNotContain("allow-scripts")
        .doesNotContain("allow-same-origin");
    assertProblem(site.get("/sandbox/messages/nobody/html"), 404, "NOT_FOUND");
  }

  @Test
  void aWebhookIsRepeatedUnchanged() throws Exception {
    confirm(aCharge(aCheckout(Money.of(129_900, "USD"))), "4242424242424242");
    RawWebhook first = site.nextWebhook();
    String id = read(first).deliveryId();

    Answer repeated = site.post("/sandbox/webhooks/" + id + "/repeat", "");

    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.json().path("responseStatus").asInt()).isEqualTo(200);
    RawWebhook second = site.nextWebhook();
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(read(second)).isEqualTo(read(first));
    JsonNode newest = site.get("/sandbox/webhooks").json().path("webhooks").path(0);
    assertThat(newest.path("id").asText()).isEqualTo(id);
    assertThat(newest.path("status").asText()).isEqualTo("delivered");
    assertThat(newest.path("attempts").asInt()).isEqualTo(2);
    assertProblem(site.post("/sandbox/webhooks/nobody/repeat", ""), 404, "NOT_FOUND");
  }

  @Test
  void pagesOfOtherSitesCannotWorkTheControls() throws Exception {
    String path = "/sandbox/live-inputs/connect";
    String body = "{\"streamKey\":\"nobody\"}";
    String own = site.server.getURI().toString();

    for (String[] foreign :
        new String[][] {
          {"Origin", "https://evil.example"},
          {"Origin", "null"},
          {"Sec-Fetch-Site", "cross-site", "Origin", own},
          {"Sec-Fetch-Site", "same-site"}
        }) {
      assertProblem(site.post(path, body, foreign), 403, "ORIGIN_NOT_ALLOWED");
    }
    for (String[] fine : new String[][] {{"Origin", own}, {"Sec-Fetch-Site", "same-origin"}, {}}) {
      assertProblem(site.post(path, body, fine), 403, "STREAM_KEY_REFUSED");
    }
  }

  @Test
  void theConsoleIsServedUnderAStrictPolicy() throws Exception {
    Answer page = site.get("/sandbox");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("content-security-policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.text()).contains("This is a sandbox.").doesNotContain(" style=");
    assertThat(site.get("/sandbox/console.css").header("content-type")).startsWith("text/css");
    Answer script = site.get("/sandbox/console.js");
    assertThat(script.header("content-type")).startsWith("text/javascript");
    assertThat(script.text()).doesNotContain("innerHTML").doesNotContain("insertAdjacentHTML");
  }

  @Test
  void commentsAreWrittenOnTheConsoleToldAndAnsweredIntoTheMailbox() throws Exception {
    Channel page =
        new Channel(
            ProviderRef.of("sandbox", "console-page"),
            Secret.of(SandboxChannels.tokenOf("console-page")));
    site.sandbox().channelProvider().channels().listen(page);

    Answer written =
        site.post(
            "/sandbox/channels/comments",
            "{\"page\":\"console-page\",\"post\":\"show\",\"name\":\"Zoë\",\"text\":\"sold 12\"}");
    assertThat(written.status()).isEqualTo(200);
    String comment = written.json().path("id").asText();

    RawWebhook webhook = site.nextWebhook();
    assertThat(webhook.topic()).isEqualTo("facebook");
    assertThat(read(webhook).events())
        .singleElement()
        .isInstanceOfSatisfying(
            ChannelEvent.CommentWritten.class,
            event -> assertThat(event.comment().value()).isEqualTo(comment));

    site.sandbox()
        .channelProvider()
        .messages()
        .send(
            DirectMessagesContract.aMessage(
                page,
                new DirectMessage.Commenter(ProviderRef.of("sandbox", comment)),
                "your order"));
    JsonNode messages = site.get("/sandbox/messages?channel=facebook").json().path("messages");
    assertThat(messages).hasSize(1);
    assertThat(messages.path(0).path("text").asText()).isEqualTo("your order");
    assertThat(messages.path(0).has("subject")).isFalse();

    Answer removed = site.post("/sandbox/channels/comments/" + comment + "/remove", "{}");
    assertThat(removed.json().path("removed").asBoolean()).isTrue();
    assertThat(read(site.nextWebhook()).events().get(0))
        .isInstanceOf(ChannelEvent.CommentRemoved.class);

    JsonNode all = site.get("/sandbox/channels").json();
    assertThat(all.path("pages").path(0).path("listening").asBoolean()).isTrue();
    assertThat(all.path("comments").path(0).path("replied").asBoolean()).isTrue();
  }

  @Test
  void aControlOfChannelsSaysWhatItLacks() throws Exception {
    Answer refused = site.post("/sandbox/channels/comments", "{\"page\":\"p\",\"post\":\"s\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("name");
    assertThat(site.post("/sandbox/channels/comments/none/remove", "{}").status()).isEqualTo(404);
  }
}
