package dev.stagedoor.web.pages.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.ticketing.TicketSystems.TicketSystem;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Visitor;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Setting up an event's tickets on its page. */
class TicketSettingPagesTest extends EventsPagesScene {
  @Test
  void enablingLeadsToTheTicketingSystemAndCancellingBack() {
    EventView concert = promoter.event("Enabled");
    String edit = page(concert) + "/edit";
    organiser.open(edit).is(200).says("Sell tickets", "/tickets/enable").saysNot("/tickets/cancel");

    Visitor.Shown led = organiser.send(page(concert) + "/tickets/enable");
    led.leadsTo(SHOP + "/auth/cross-app?session_token=");
    assertThat(led.answer().header("Cache-Control")).hasValue("no-store");
    assertThat(led.location()).contains("event_id=" + concert.id());

    organiser
        .open(edit)
        .is(200)
        .says("data-status=\"setup\"", "Go on at the ticketing system", "/tickets/cancel");
    organiser.send(page(concert) + "/tickets/cancel").leadsTo(edit + "?done=tickets_cancelled");
    organiser.open(edit).is(200).says("data-status=\"none\"");
  }

  @Test
  void aSaleOnceBegunIsNotGivenUp() {
    EventView concert = promoter.event("Begun");
    promoter.enable(concert);
    promoter.sell(concert, SaleStatus.LIVE);

    organiser.send(page(concert) + "/tickets/cancel").is(422).says("data-status=\"active\"");
    organiser.send(page(concert) + "/tickets/enable").is(422);

    assertThat(promoter.now(concert).ticketing().status()).isEqualTo("active");
  }

  @Test
  void aSaleIsLinkedByItsIdAndAnEmptyOneIsAskedForAgain() {
    EventView concert = promoter.event("Linked");
    promoter.enable(concert);
    organiser.send(page(concert) + "/tickets/link", "sale", " ").is(422);

    organiser
        .send(page(concert) + "/tickets/link", "sale", " 17 ")
        .leadsTo(page(concert) + "/edit?done=tickets_linked");

    assertThat(promoter.now(concert).ticketing().sale().orElseThrow().value()).isEqualTo("17");
  }

  @Test
  void anIdThatNoSaleHasIsTypedAgain() {
    EventView concert = promoter.event("Mistyped");
    promoter.enable(concert);

    organiser
        .send(page(concert) + "/tickets/link", "sale", "no such\tid")
        .is(422)
        .says("Please look at the fields that are marked.");

    assertThat(promoter.now(concert).ticketing().sale()).isEmpty();
  }

  @Test
  void theFieldForTheIdStandsWhereTheSystemLetsNobodyIn() {
    EventView concert = promoter.event("Closed door");
    promoter.enable(concert);
    Pages pages = SERVER.bean(Pages.class);
    EditPage page =
        new EditPage(
            promoter.now(concert),
            EditPage.Typed.nothing(concert),
            Optional.of(new TicketSystem("other", URI.create(SHOP), false, false)),
            Optional.empty(),
            List.of("*"),
            "");

    String html =
        pages.render(
            pages.shellForEverybody(HttpRequest.GET(page(concert) + "/edit")), "events/edit", page);

    assertThat(html)
        .contains("name=\"sale\"", "/tickets/link")
        .doesNotContain("Go on at the ticketing system")
        .doesNotContain("Get an address for webhooks");
    organiser.open(page(concert) + "/edit").is(200).saysNot("name=\"sale\"");
  }

  @Test
  void anAccountOfTheirOwnIsConnectedGivenASecretAndDisconnected() {
    String edit = page(promoter.event("Own account")) + "/edit";
    String connection = edit.replace("/edit", "/connection");
    organiser.open(edit).is(200).says("Get an address for webhooks").saysNot("webhook_secret");

    organiser.send(connection, "act", "begin").leadsTo(edit + "?done=tickets_address");

    Visitor.Shown shown = organiser.open(edit).is(200).says("name=\"webhook_secret\"");
    Matcher url =
        Pattern.compile("value=\"([^\"]*/api/webhooks/fake/[^\"]*)\"").matcher(shown.html());
    assertThat(url.find()).isTrue();
    organiser
        .send(connection, "act", "sign", "webhook_secret", "short")
        .is(422)
        .says("This must be from 16 to 255.")
        .saysNot("value=\"short\"");
    organiser
        .send(connection, "act", "sign", "webhook_secret", "long enough for a secret")
        .leadsTo(edit + "?done=tickets_connected");
    organiser.send(connection, "act", "begin").leadsTo(edit);
    organiser.open(edit).is(200).says(url.group(1)).saysNot("long enough for a secret");

    organiser.send(connection, "act", "remove").leadsTo(edit + "?done=tickets_disconnected");

    organiser.open(edit).is(200).saysNot(url.group(1));
  }

  @Test
  void nobodyRunsTheEventOfSomebodyElse() {
    EventView concert = promoter.event("Mine");

    other.open(page(concert) + "/edit").is(403);
    visitor.open(page(concert) + "/edit").leadsTo("/login");
    for (String path :
        List.of("/edit", "/tickets/enable", "/tickets/cancel", "/tickets/link", "/connection")) {
      other.send(page(concert) + path, plan("sale", "1")).is(403);
      visitor.send(page(concert) + path, plan("sale", "1")).leadsTo("/login");
    }

    assertThat(promoter.now(concert)).isEqualTo(concert);
  }
}
