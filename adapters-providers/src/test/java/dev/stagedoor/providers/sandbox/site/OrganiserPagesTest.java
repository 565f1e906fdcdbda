package dev.stagedoor.providers.sandbox.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.providers.sandbox.site.SiteFixture.Answer;
import dev.stagedoor.providers.support.Json;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of an organiser from the product to a sale, over HTTP on both sides. */
class OrganiserPagesTest {
  private static final String SECRET = "a-shared-secret-of-this-very-test";
  private static final String ENTRANCE = "/sandbox/tickets/auth/cross-app";
  private static SiteFixture site;
  private static Product product;

  private final String event = UUID.randomUUID().toString();

  /** The product, as far as a ticketing system asks it. */
  @Controller("/api")
  @Requires(property = "organiser-pages-test")
  static final class Product {
    private static final String INVALID = "{\"code\":\"CROSS_APP_SESSION_INVALID\"}";

    volatile String event = "";
    final Set<String> used = ConcurrentHashMap.newKeySet();
    volatile boolean isOver;
    volatile boolean isBroken;

    private static HttpResponse<String> answer(int status, String body) {
      return HttpResponse.<String>status(io.micronaut.http.HttpStatus.valueOf(status))
          .contentType(MediaType.APPLICATION_JSON_TYPE)
          .body(body);
    }

    private HttpResponse<String> guarded(String secret, HttpResponse<String> answer) {
      if (isBroken) {
        return answer(500, "{}");
      }
      return secret.equals(SECRET) ? answer : answer(401, "{\"code\":\"CROSS_APP_SECRET_WRONG\"}");
    }

    @Post("/cross-app/validate-session")
    HttpResponse<String> validate(
        @Header(value = "x-shared-secret", defaultValue = "") String secret, @Body byte[] body) {
      String token = Json.read(body).path("session_token").asText();
      return guarded(
          secret,
          token.startsWith("good") && used.add(token)
              ? answer(
                  200,
                  "{\"user_data\":{\"id\":\"1\",\"email\":\"ada@example.com\","
                      + "\"display_name\":\"Ada <Lovelace>\",\"role\":\"organiser\"},"
                      + "\"account_data\":{\"id\":\"1\",\"name\":\"Ada's hall\"},"
                      + (token.startsWith("good-for-event")
                          ? "\"event_id\":\"" + event + "\","
                          : "")
                      + "\"session_reference\":\"reference-of-"
                      + token
                      + "\",\"expires_at\":\"2030-05-01T20:00:00Z\"}")
              : answer(401, INVALID));
    }

    @Get("/cross-app/user-accounts")
    HttpResponse<String> accounts(
        @Header(value = "x-shared-secret", defaultValue = "") String secret,
        @Header(value = "X-Session-Token", defaultValue = "") String reference) {
      return guarded(
          secret,
          reference.startsWith("reference-of-good")
              ? answer(200, "{\"accounts\":[{\"name\":\"Ada's hall\",\"role\":\"owner\"}]}")
              : answer(401, INVALID));
    }

    @Post("/cross-app/validate-permission")
    HttpResponse<String> permission(
        @Header(value = "x-shared-secret", defaultValue = "") String secret, @Body byte[] body) {
      JsonNode asked = Json.read(body);
      String reference = asked.path("session_token").asText();
      if (isOver || !reference.startsWith("reference-of-good")) {
        return guarded(secret, answer(401, INVALID));
      }
      boolean allowed =
          asked.path("permission").asText().equals("ticketing.manage")
              && asked.path("event_id").asText(event).equals(event);
      return guarded(
          secret,
          answer(200, "{\"allowed\":" + allowed + (allowed ? ",\"role\":\"owner\"}" : "}")));
    }

    @Get("/events/{id}")
    HttpResponse<String> read(String id) {
      return id.equals(event)
          ? answer(
              200,
              "{\"event\":{\"id\":\""
                  + event
                  + "\",\"title\":\"Gala <live>\",\"startsAt\":\"2030-05-01T20:00:00+02:00\"}}")
          : answer(404, "{\"code\":\"NOT_FOUND\"}");
    }
  }

  @BeforeAll
  static void start() {
    site =
        new SiteFixture(
            Map.of(
                "organiser-pages-test",
                true,
                "stagedoor.providers.sandbox.cross-app-secret",
                SECRET));
    product = site.server.getApplicationContext().getBean(Product.class);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void theProductIsWellAndHasAnEvent() {
    product.event = event;
    product.isOver = false;
    product.isBroken = false;
    assertThat(site.webhooksLeft()).isZero();
  }

  private static String aToken() {
    return "good-" + UUID.randomUUID();
  }

  private static Answer comeIn(String token, Optional<String> event) throws Exception {
    URI entrance =
        site.sandbox()
            .ticketingProvider()
            .setup()
            .orElseThrow()
            .entrance(Secret.of(token), event.map(UUID::fromString).map(TicketedEventId::new));
    return site.get(entrance.getRawPath() + "?" + entrance.getRawQuery());
  }

  /** Comes in for the event, and returns the address of the page that is shown then. */
  private String atTheDesk() throws Exception {
    Answer answer = comeIn(aToken(), Optional.of(event));
    assertThat(answer.status()).isEqualTo(303);
    return answer.header("location");
  }

  private static TicketingEvent.SaleChanged told() throws Exception {
    WebhookReading reading = site.sandbox().webhookProvider().translator().read(site.nextWebhook());
    return (TicketingEvent.SaleChanged) ((WebhookReading.Understood) reading).events().get(0);
  }

  private static void assertRefused(Answer answer, String why) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("content-type")).startsWith("text/html");
    assertThat(answer.text()).contains("You cannot come in", why);
  }

  @Test
  void whoComesByATokenHasADraftForTheirEventAndSeesWhatWasAsked() throws Exception {
    String token = aToken();
    Answer answer = comeIn(token, Optional.of(event));

    TicketingEvent.SaleChanged offered = told();
    assertThat(offered.ours()).contains(UUID.fromString(event));
    assertThat(offered.status()).contains(SaleStatus.DRAFT);
    assertThat(offered.via()).isEmpty();
    assertThat(offered.page())
        .contains(site.sandbox().ticketingProvider().catalog().embed(offered.event()).page());
    assertThat(answer.header("location")).doesNotContain(token);
    Answer desk = site.get(answer.header("location"));
    assertThat(desk.status()).isEqualTo(200);
    assertThat(desk.text())
        .contains(
            "You are Ada &lt;Lovelace&gt;.",
            "POST /api/cross-app/validate-session: let in: Ada &lt;Lovelace&gt; (ada@example.com),"
                + " role organiser, for the account Ada&#39;s hall, until 2030-05-01T20:00:00Z",
            "GET /api/cross-app/user-accounts: Ada&#39;s hall (owner)",
            "POST /api/cross-app/validate-permission: ticketing.manage is allowed, role owner",
            "GET /api/events/" + event + ": Gala &lt;live&gt;",
            "<h2>Gala &lt;live&gt;</h2>",
            "Its sale is DRAFT.",
            "Publish the sale",
            "href=\"/event/" + event + "\"")
        .doesNotContain(token, SECRET, "Back to a draft", "<script");
    assertThat(desk.header("cache-control")).isEqualTo("no-store");
    assertThat(desk.header("content-security-policy")).contains("frame-ancestors 'none'");
  }

  @Test
  void whoComesAgainHasTheSameSale() throws Exception {
    atTheDesk();
    ProviderRef first = told().event();

    atTheDesk();

    assertThat(told().event()).isEqualTo(first);
  }

  @Test
  void anEventThatTheSessionIsForNeedsNoWordInTheAddress() throws Exception {
    Answer answer = comeIn("good-for-event-" + UUID.randomUUID(), Optional.empty());

    assertThat(told().ours()).contains(UUID.fromString(event));
    assertThat(site.get(answer.header("location")).text()).contains("Gala &lt;live&gt;");
  }

  @Test
  void buttonsMoveTheSaleAndItIsTold() throws Exception {
    String desk = atTheDesk();
    told();
    Map<String, SaleStatus> ways = new LinkedHashMap<>();
    ways.put("LIVE", SaleStatus.LIVE);
    ways.put("ENDED", SaleStatus.INACTIVE);
    ways.put("DRAFT", SaleStatus.DRAFT);
    ways.put("CANCELLED", SaleStatus.INACTIVE);
    ways.put("ARCHIVED", SaleStatus.INACTIVE);
    for (Map.Entry<String, SaleStatus> way : ways.entrySet()) {
      assertThat(site.get(desk).text()).contains("value=\"" + way.getKey() + "\"");

      Answer moved = site.form(desk, "status=" + way.getKey());

      assertThat(moved.status()).isEqualTo(303);
      assertThat(moved.header("location")).isEqualTo(desk);
      assertThat(site.get(desk).text())
          .contains("Its sale is " + way.getKey() + ".")
          .doesNotContain("value=\"" + way.getKey() + "\"");
      TicketingEvent.SaleChanged told = told();
      assertThat(told.ours()).contains(UUID.fromString(event));
      assertThat(told.status()).contains(way.getValue());
    }
    assertThat(site.get(desk).text()).contains("Reopen the sale");
  }

  @Test
  void aSaleThatIsPublishedIsShownToVisitors() throws Exception {
    String desk = atTheDesk();
    String page = "/sandbox/tickets/event/" + told().event().value();
    assertThat(site.get(page).status()).isEqualTo(404);

    site.form(desk, "status=LIVE");
    told();

    assertThat(site.get(desk).text()).contains("href=\"" + page + "\"");
    assertThat(site.get(page).status()).isEqualTo(200);
  }

  @Test
  void noEventNoSale() throws Exception {
    Answer answer = comeIn(aToken(), Optional.empty());

    assertThat(site.get(answer.header("location")).text())
        .contains("You are Ada", "without an event", "ticketing.manage is allowed", "href=\"/\"")
        .doesNotContain("<form");
    assertThat(site.form(answer.header("location"), "status=LIVE").status()).isEqualTo(403);
  }

  @Test
  void aTokenLetsInOnce() throws Exception {
    String token = aToken();
    comeIn(token, Optional.of(event));
    told();

    Answer again = comeIn(token, Optional.of(event));
    assertRefused(again, "validate-session: refused with 401 CROSS_APP_SESSION_INVALID");
    assertThat(again.text()).contains("href=\"/event/" + event + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?session_token=",
        "?session_token=wrong",
        "?session_token=wrong&event_id=0190a000-0000-7000-8000-000000000001",
        "?session_token=%0d%0a%C3%BC",
        "?session_token=good-x&event_id=..",
        "?event_id=0190a000-0000-7000-8000-000000000001"
      })
  void whoComesWithoutAGoodTokenIsRefused(String query) throws Exception {
    assertRefused(site.get(ENTRANCE + query), "Back to the ");
  }

  @Test
  void anEventOfSomebodyElseIsRefused() throws Exception {
    assertRefused(
        comeIn(aToken(), Optional.of(UUID.randomUUID().toString())),
        "ticketing.manage is not allowed");
  }

  @Test
  void aProductThatIsBrokenIsSaidToBeSo() throws Exception {
    product.isBroken = true;

    assertRefused(comeIn(aToken(), Optional.of(event)), "no answer that can be used");
  }

  @Test
  void whoseTimeIsOverMovesNothing() throws Exception {
    String desk = atTheDesk();
    told();
    String before = site.get(desk).text();
    product.isOver = true;

    assertRefused(site.form(desk, "status=CANCELLED"), "CROSS_APP_SESSION_INVALID");

    assertThat(site.get(desk).text()).isEqualTo(before);
  }

  @Test
  void whatMakesNoSenseAtTheDeskIsRefused() throws Exception {
    String desk = atTheDesk();
    told();

    assertThat(site.form(desk, "status=POSTPONED").status()).isEqualTo(422);
    assertThat(site.get("/sandbox/tickets/desk/nobody").status()).isEqualTo(404);
    assertThat(site.form("/sandbox/tickets/desk/nobody", "status=LIVE").status()).isEqualTo(404);
  }

  @Test
  void aShopThatIsDownLetsNobodyIn() throws Exception {
    String token = aToken();
    site.sandbox().tickets().setDown(true);
    try {
      assertThat(comeIn(token, Optional.of(event)).status()).isEqualTo(503);
    } finally {
      site.sandbox().tickets().setDown(false);
    }
    assertThat(product.used).doesNotContain(token);
  }
}
