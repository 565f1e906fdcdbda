package dev.stagedoor.providers.sandbox.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.providers.sandbox.site.SiteFixture.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ticket shop of the sandbox. */
class SandboxTicketShopTest extends SandboxSiteScene {
  private static String aSale() throws Exception {
    Answer offered =
        site.post(
            "/sandbox/ticketing/events",
            "{\"title\":\"Prams <live>\",\"startsAt\":\"2030-05-01T20:00:00Z\"}");
    assertThat(offered.status()).isEqualTo(201);
    assertThat(offered.json().path("status").asText()).isEqualTo("draft");
    assertThat(read(site.nextWebhook()).events())
        .first()
        .isInstanceOf(TicketingEvent.SaleChanged.class);
    return offered.json().path("id").asText();
  }

  private static Answer sale(String id, String status) throws Exception {
    return site.post(
        "/sandbox/ticketing/events/" + id + "/status", "{\"status\":\"" + status + "\"}");
  }

  @Test
  void aSaleThatGoesLiveIsToldAndShownOnAPageAndInAFrame() throws Exception {
    String id = aSale();
    TicketEmbed embed =
        site.sandbox().ticketingProvider().catalog().embed(ProviderRef.of("sandbox", id));
    assertThat(site.get(path(embed.page().toString())).status()).isEqualTo(404);

    assertThat(sale(id, "live").json().path("stands").asText()).isEqualTo("live");

    RawWebhook webhook = site.nextWebhook();
    assertThat(webhook.topic()).isEqualTo("hi-events/event-status-changed");
    assertThat(read(webhook).events())
        .singleElement()
        .isInstanceOfSatisfying(
            TicketingEvent.SaleChanged.class,
            changed -> {
              assertThat(changed.event()).isEqualTo(ProviderRef.of("sandbox", id));
              assertThat(changed.status()).contains(SaleStatus.LIVE);
              assertThat(changed.ours()).isEmpty();
            });
    Answer page = site.get(path(embed.page().toString()));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Prams &lt;live&gt;", "Get a ticket");
    assertThat(page.header("content-security-policy")).contains("frame-ancestors 'none'");
    Answer widget = site.get(path(embed.frame().toString()));
    assertThat(widget.status()).isEqualTo(200);
    assertThat(widget.text()).contains("Prams &lt;live&gt;", "Get a ticket");
    assertThat(widget.header("content-security-policy"))
        .contains("frame-ancestors *;", "script-src 'self';");
    assertThat(page.header("content-security-policy")).doesNotContain("script-src");
  }

  @Test
  void theFrameTellsThePageAroundItHowHighItIsByTheNameItWasGiven() throws Exception {
    String id = aSale();
    String widget = "/sandbox/tickets/event/" + id + "/widget";
    sale(id, "LIVE");
    site.nextWebhook();

    assertThat(site.get(widget + "?iframeId=frame%261").text())
        .contains("src=\"/sandbox/ticket-widget.js\"", widget + "/orders?iframeId=frame%261\"");
    assertThat(site.post(widget + "/orders?iframeId=frame%261", "").header("location"))
        .isEqualTo(widget + "?iframeId=frame%261");
    Answer script = site.get("/sandbox/ticket-widget.js");
    assertThat(script.header("content-type")).startsWith("text/javascript");
    assertThat(script.text()).contains("postMessage", "type: \"resize\"", "height:", "iframeId");
  }

  @Test
  void aTicketIsSoldOnThePageAndInTheFrame() throws Exception {
    String id = aSale();
    String page = "/sandbox/tickets/event/" + id;
    sale(id, "LIVE");
    site.nextWebhook();

    assertThat(site.post(page + "/orders", "").header("location")).isEqualTo(page);
    assertThat(site.post(page + "/widget/orders", "").header("location"))
        .isEqualTo(page + "/widget");

    assertThat(site.get(page).text()).contains("Tickets sold: 2");
  }

  @Test
  void aTicketShopThatIsDownShowsNothing() throws Exception {
    String id = aSale();
    sale(id, "live");
    site.nextWebhook();
    try {
      Answer down = site.post("/sandbox/ticketing/shop", "{\"down\":true}");

      assertThat(down.json().path("down").asBoolean()).isTrue();
      assertThat(site.get("/sandbox/tickets/event/" + id).status()).isEqualTo(503);
      assertThat(site.get("/sandbox/tickets/event/" + id + "/widget").status()).isEqualTo(503);
    } finally {
      site.post("/sandbox/ticketing/shop", "{\"down\":false}");
    }
    assertThat(site.get("/sandbox/tickets/event/" + id).status()).isEqualTo(200);
  }

  @Test
  void theTicketShopRefusesWhatMakesNoSense() throws Exception {
    String id = aSale();

    assertProblem(sale(id, "postponed"), 422, "INVALID_VALUE");
    assertProblem(sale("4711", "live"), 404, "NOT_FOUND");
    assertProblem(site.post("/sandbox/ticketing/shop", "{}"), 422, "INVALID_VALUE");
    for (String wrong :
        List.of(
            "{}",
            "{\"title\":\" \"}",
            "{\"title\":\"x\",\"startsAt\":\"soon\"}",
            "{\"title\":\"x\",\"eventId\":\"11\"}")) {
      assertProblem(site.post("/sandbox/ticketing/events", wrong), 422, "INVALID_VALUE");
    }
    assertThat(site.get("/sandbox/tickets/event/4711").status()).isEqualTo(404);
    assertThat(site.get("/sandbox/ticketing/events").json().path("events").findValuesAsText("id"))
        .contains(id);
  }
}
