package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.facebook.FacebookStub;
import dev.stagedoor.providers.stripe.StripeStub;
import dev.stagedoor.providers.support.HmacSha256;
import dev.stagedoor.providers.support.TimedSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of {@link LiveSellingJourneyIT} at Stripe and Facebook, by their stand-ins. */
class LiveSellingProvidersIT {
  private static final Secret OWN_SECRET = Secret.of("whsec_stub_secret_of_a_merchant");
  private static final String VIDEO = "4711";

  @TempDir static Path data;

  private static StripeStub stripe;
  private static FacebookStub facebook;
  private static ServerProcess server;

  private final String account = "acct_" + UUID.randomUUID().toString().replace("-", "");
  private final Secret ownKey = Secret.of("sk_test_stub_" + account);
  private Selling selling;

  @BeforeAll
  static void open() throws Exception {
    stripe = StripeStub.start();
    facebook = FacebookStub.start();
    List<String> settings = new ArrayList<>();
    settings.add("--stagedoor.providers.stripe.client-id=" + StripeStub.CLIENT_ID);
    settings.add("--stagedoor.routes.payments.default=stripe");
    stripe.settings().forEach((key, value) -> settings.add("--" + key + "=" + value));
    facebook.settings().forEach((key, value) -> settings.add("--" + key + "=" + value));
    server =
        ServerProcess.start(data, Ports.next(), Selling.settings(settings.toArray(String[]::new)));
    facebook.tellTo(server.uri("/api/webhooks/facebook"));
  }

  @AfterAll
  static void close() {
    server.close();
    stripe.close();
    facebook.close();
  }

  @BeforeEach
  void begin() throws Exception {
    stripe.makeKey(ownKey, account);
    selling = Selling.opens(server, account + "@example.org", "pro");
  }

  @AfterEach
  void nothingSecretIsWritten() throws Exception {
    assertThat(server.log())
        .doesNotContain(ownKey.reveal(), OWN_SECRET.reveal(), StripeStub.API_KEY.reveal())
        .doesNotContain("EAAG-stub-token-of-");
  }

  private Api.Answer connectsByKey() throws Exception {
    return selling.connects(
        "stripe",
        """
        {"method": "api_key", "secretKey": "%s", "webhookSecret": "%s"}
        """
            .formatted(ownKey.reveal(), OWN_SECRET.reveal()));
  }

  private JsonNode integration(String provider) throws Exception {
    for (JsonNode one :
        selling.api().get("/api/integrations").mustBe(200).json().path("integrations")) {
      if (one.path("provider").asText().equals(provider)) {
        return one;
      }
    }
    throw new AssertionError("no " + provider);
  }

  /** Opens a show with an item, claimed by these. */
  private void sellsByHand(String... buyers) throws Exception {
    selling.plans("").offers(1, 1_500, 100).starts();
    for (String buyer : buyers) {
      selling.claims(1, buyer);
    }
  }

  @Test
  void whatBuyersPayAtAMerchantsOwnAccountIsHeardBySignedWebhooks() throws Exception {
    Api.Answer connected = connectsByKey().mustBe(201);
    assertThat(connected.text("/integration/status")).isEqualTo("active");
    assertThat(connected.text("/integration/connectedProvider")).isEqualTo("stripe");
    String webhooks = connected.text("/integration/webhookUrl").replaceFirst("^.*/api/", "/api/");
    sellsByHand("ana", "luis");
    selling.generates(false).mustBe(200);
    JsonNode invoice = selling.invoices().get("ana");
    String bill = invoice.path("externalId").asText();
    assertThat(stripe.things(account, "in_")).hasSize(2);
    assertThat(stripe.things("acct_operator", "in_")).isEmpty();

    stripe.payInvoice(bill);
    byte[] event = stripe.event("invoice.paid", bill, Optional.empty());
    assertThat(tell(webhooks, event, Secret.of("whsec_forged"))).isEqualTo(400);
    assertThat(tell(webhooks, event, StripeStub.WEBHOOK_SECRET)).isEqualTo(400);
    assertThat(tell("/api/webhooks/stripe", event, OWN_SECRET)).isEqualTo(400);
    assertThat(selling.invoices().get("ana").path("status").asText()).isEqualTo("draft");

    assertThat(tell(webhooks, event, OWN_SECRET)).isEqualTo(200);

    assertThat(selling.awaitInvoice(invoice.path("id").asText(), "paid").path("paidAt").asText())
        .isNotBlank();
    assertThat(selling.invoices().get("luis").path("status").asText()).isEqualTo("draft");
  }

  private int tell(String path, byte[] event, Secret secret) throws Exception {
    String signature =
        new TimedSignature(HmacSha256.of(secret), "t", "v1", Duration.ofMinutes(5))
            .header(event, Instant.now());
    return server
        .api()
        .post(path, new String(event, StandardCharsets.UTF_8), "Stripe-Signature", signature)
        .status();
  }

  @Test
  void aKeyThatIsTakenBackStopsInvoicesUntilItWorksAgain() throws Exception {
    connectsByKey().mustBe(201);
    sellsByHand("ana");
    stripe.revokeKey(ownKey);

    assertThat(connectsByKey().mustBe(422).text("/reason")).isEqualTo("revoked");
    selling.generates(false).mustBe(200);
    JsonNode failed = selling.invoices().get("ana");
    assertThat(failed.path("status").asText()).isEqualTo("error");
    assertThat(failed.path("errorMessage").asText()).isNotBlank();
    assertThat(stripe.things(account, "in_")).isEmpty();
    assertThat(integration("stripe").path("status").asText()).isEqualTo("error");
    assertThat(integration("stripe").path("problem").asText()).isEqualTo("revoked");
    Api.Answer test = selling.api().get("/api/integrations/stripe/test").mustBe(200);
    assertThat(test.text("/ok")).isEqualTo("false");
    assertThat(test.text("/error")).isEqualTo(integration("stripe").path("problem").asText());
    String id = failed.path("id").asText();
    assertThat(selling.generates(false).mustBe(409).text("/code")).isEqualTo("INTEGRATION_BROKEN");
    assertThat(selling.asks(id, "retry").mustBe(409).text("/code")).isEqualTo("INTEGRATION_BROKEN");

    stripe.makeKey(ownKey, account);
    assertThat(selling.api().get("/api/integrations/stripe/test").mustBe(200).text("/ok"))
        .isEqualTo("true");

    assertThat(integration("stripe").path("status").asText()).isEqualTo("active");
    assertThat(integration("stripe").hasNonNull("problem")).isFalse();
    selling.asks(id, "retry").mustBe(200);
    assertThat(selling.awaitInvoice(id, "draft").path("externalUrl").asText()).isNotBlank();
    assertThat(stripe.things(account, "in_")).hasSize(1);
  }

  @Test
  void aMerchantWhoGivesLeaveIsInvoicedFor() throws Exception {
    String page = begins();
    assertThat(page).startsWith(stripe.baseUrl().toString());
    String state = page.replaceFirst(".*[?&]state=([^&]*).*", "$1");
    Secret code = stripe.giveLeave();

    assertThat(comesBack(code, "forged").mustBe(400).text("/code"))
        .isEqualTo("CONSENT_STATE_INVALID");
    assertThat(integration("stripe").path("status").asText()).isEqualTo("inactive");
    Api.Answer back = comesBack(code, state).mustBe(303);
    assertThat(back.raw().headers().firstValue("Location").orElseThrow())
        .contains("/integrations/stripe");
    comesBack(code, state).mustBe(400);

    assertThat(integration("stripe").path("status").asText()).isEqualTo("active");
    String connected = integration("stripe").path("displayAccount").asText();
    assertThat(stripe.isConnected(connected)).isTrue();
    sellsByHand("ana");
    selling.generates(false).mustBe(200);
    JsonNode invoice = selling.invoices().get("ana");
    assertThat(stripe.things(connected, "in_")).hasSize(1);
    // Those who gave leave are told of at the platform's own address, in their name.
    String bill = invoice.path("externalId").asText();
    stripe.payInvoice(bill);
    byte[] event = stripe.event("invoice.paid", bill, Optional.of(connected));
    assertThat(stripe.send(server.uri("/api/webhooks/stripe"), event)).isEqualTo(200);
    assertThat(selling.awaitInvoice(invoice.path("id").asText(), "paid").path("status").asText())
        .isEqualTo("paid");

    selling.api().delete("/api/integrations/stripe").mustBe(204);

    selling.api().await("/api/integrations", answer -> !stripe.isConnected(connected));
    assertThat(selling.invoices()).containsOnlyKeys("ana");
  }

  private String begins() throws Exception {
    return selling.connects("stripe", "{\"method\": \"oauth\"}").mustBe(200).text("/authorizeUrl");
  }

  private Api.Answer comesBack(Secret code, String state) throws Exception {
    return selling
        .api()
        .get(
            "/api/integrations/stripe/oauth/callback?code=%s&state=%s"
                .formatted(code.reveal(), state));
  }

  @Test
  void commentsComeBySignedWebhooksAndLinksGoByPrivateReplies() throws Exception {
    connectsByKey().mustBe(201);
    String page = facebook.newPage(null);
    selling.connectsPage(page, facebook.tokenOf(page).reveal());
    assertThat(facebook.isListening(page)).isTrue();
    selling.plans(page + "_" + VIDEO).offers(1, 1_500, 15).starts();

    for (int i = 1; i <= 17; i++) {
      writes(page, i, "sold 1", null);
    }
    writes(page, 18, "how lovely!", null);
    forged(page);
    selling
        .api()
        .await(
            selling.path("/comments?limit=100"),
            answer -> answer.json().path("total").asInt() == 18);
    Api.Answer claims = selling.api().get(selling.path("/claims?limit=100")).mustBe(200);
    assertThat(claims.json().path("total").asInt()).isEqualTo(17);
    JsonNode made = selling.generates(true).mustBe(200).json().path("invoices");

    assertThat(made).hasSize(15);
    // Who asks is answered with links, and does not have to come back for them.
    assertThat(made).allSatisfy(one -> assertThat(one.path("externalUrl").asText()).isNotBlank());
    for (JsonNode one : made) {
      JsonNode unused = selling.awaitInvoice(one.path("id").asText(), "sent");
    }
    Map<String, JsonNode> invoices = selling.invoices();
    assertThat(invoices).hasSize(15);
    assertThat(facebook.received(page)).hasSize(15);
    assertThat(invoices.values())
        .allSatisfy(
            invoice -> {
              assertThat(invoice.path("status").asText()).isEqualTo("sent");
              assertThat(invoice.at("/delivery/channel").asText()).isEqualTo("private_reply");
              assertThat(facebook.received(page))
                  .filteredOn(text -> text.endsWith(invoice.path("externalUrl").asText()))
                  .hasSize(1);
            });
  }

  @Test
  void whatFacebookRefusesIsForTheOperatorAndWhatItDefersComesLater() throws Exception {
    connectsByKey().mustBe(201);
    String page = facebook.newPage(null);
    selling.connectsPage(page, facebook.tokenOf(page).reveal());
    selling.plans(page + "_" + VIDEO).offers(1, 1_500, 15).starts();
    Map<String, FacebookStub.@Nullable Error> answers = new HashMap<>();
    answers.put("closed", new FacebookStub.Error(400, 10, 2_018_278));
    answers.put("gone", new FacebookStub.Error(400, 551, 1_545_041));
    answers.put("busy", new FacebookStub.Error(400, 613, 0));
    answers.put("reached", null);
    answers.forEach(
        (person, error) ->
            facebook.newComment(page, VIDEO, person, person + " Example", "sold 1", error));
    selling
        .api()
        .await(selling.path("/claims"), answer -> answer.json().path("total").asInt() == 4);

    selling.generates(true).mustBe(200);
    selling
        .api()
        .await(
            selling.path("/invoices"),
            answer -> answer.json().findValues("delivery").size() == answers.size());
    Map<String, JsonNode> invoices = selling.invoices();
    assertThat(delivery(invoices, "reached")).isEqualTo("private_reply delivered reply_to_comment");
    assertThat(invoices.get("reached").path("status").asText()).isEqualTo("sent");
    assertThat(delivery(invoices, "closed")).isEqualTo("manual manual reply_used");
    assertThat(delivery(invoices, "gone")).isEqualTo("private_reply refused refused");
    assertThat(delivery(invoices, "busy")).isEqualTo("private_reply deferred platform_away");
    for (String unreached : List.of("closed", "gone", "busy")) {
      assertThat(invoices.get(unreached).path("status").asText()).isEqualTo("draft");
      assertThat(invoices.get(unreached).path("externalUrl").asText()).isNotBlank();
    }
    assertThat(facebook.received(page)).hasSize(1);
  }

  private static String delivery(Map<String, JsonNode> invoices, String buyer) {
    JsonNode delivery = invoices.get(buyer).path("delivery");
    return delivery.path("channel").asText()
        + " "
        + delivery.path("status").asText()
        + " "
        + delivery.path("reason").asText();
  }

  private void writes(String page, int person, String text, FacebookStub.@Nullable Error error) {
    String unused =
        facebook.newComment(page, VIDEO, "9900" + person, "Buyer " + person, text, error);
  }

  /** Sends what Facebook would, without its signature. */
  private void forged(String page) throws Exception {
    String body =
        """
        {"object": "page", "entry": [{"id": "%s", "time": 1, "changes": []}]}
        """
            .formatted(page);
    server
        .api()
        .post("/api/webhooks/facebook", body, "X-Hub-Signature-256", "sha256=" + "0".repeat(64))
        .mustBe(400);
    server.api().post("/api/webhooks/facebook", body).mustBe(400);
  }
}
