package dev.stagedoor.web.pages.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How tickets show on an event's page, and in the page that others show. */
class TicketsOnPagesTest extends EventsPagesScene {
  @Test
  void withoutTicketsThereAreOtherWaysToGetInTouch() {
    EventView concert =
        promoter.event(
            "Matinee",
            Map.of(
                "email",
                "clara@example.org",
                "phone",
                "+49 (30) 123-45",
                "website",
                "www.example.org/clara",
                "Box office",
                "At the door, from 7 pm"));

    for (String html :
        List.of(visitor.open(page(concert)).is(200).html(), widget(concert).text())) {
      assertThat(html)
          .contains("data-status=\"none\"", "href=\"mailto:clara@example.org\"")
          .contains("href=\"tel:+493012345\"", "href=\"https://www.example.org/clara\"")
          .contains("Box office", "At the door, from 7 pm")
          .doesNotContain("<iframe");
    }
  }

  @Test
  void withoutTicketsAndContactsThereIsAPlainSentence() {
    EventView concert = promoter.event("Silent", Map.of());

    visitor.open(page(concert)).is(200).says("has not said how to get in touch");
    assertThat(widget(concert).text()).contains("has not said how to get in touch");
  }

  @Test
  void noContactLeadsAnywhereButToMailTelephoneAndTheWeb() {
    EventView concert =
        promoter.event(
            "Trap",
            Map.of(
                "email",
                "a?bcc=everybody@example.org",
                "phone",
                "1;phone-context=evil\" onclick=\"x",
                "website",
                "JaVaScRiPt:alert(1)",
                "fanpage",
                "data:text/html,<script>alert(1)</script>",
                "blog",
                "https://user:pass@example.org/",
                "\"><script>alert(2)</script>",
                "https://example.net/?a=1&b=<2>"));

    String html = visitor.open(page(concert)).answer().text();

    assertThat(html)
        .contains("href=\"mailto:a%3Fbcc%3Deverybody@example.org\"")
        .contains("JaVaScRiPt:alert(1)", "&lt;script&gt;alert(2)&lt;/script&gt;")
        .doesNotContainIgnoringCase("href=\"javascript", "href=\"data:", "href=\"tel:")
        .doesNotContain("href=\"https://user", "<script>alert");
  }

  @Test
  void whileTicketsAreSetUpThePageSaysThatTheyAreComing() {
    EventView concert = promoter.event("Premiere");
    promoter.enable(concert);

    for (String html :
        List.of(visitor.open(page(concert)).is(200).html(), widget(concert).text())) {
      assertThat(html)
          .contains("data-status=\"setup\"", "Tickets are being prepared")
          .doesNotContain("<iframe", "box@example.org");
    }
  }

  @Test
  void ticketsOnSaleStandInALazyFrameBesideALinkAndAWayOut() {
    EventView concert = promoter.event("Gala \"2025\"");
    promoter.enable(concert);
    ProviderRef sale = promoter.sell(concert, SaleStatus.LIVE);
    String shop = SHOP + "/event-" + sale.value();

    for (String html :
        List.of(visitor.open(page(concert)).is(200).html(), widget(concert).text())) {
      assertThat(html)
          .contains("data-status=\"active\"", "data-stale=\"false\"")
          .containsPattern(
              "<iframe id=\"tickets-frame-"
                  + concert.id()
                  + "\" title=\"Tickets for Gala &#34;2025&#34;\" loading=\"lazy\" data-src=\""
                  + Pattern.quote(shop)
                  + "/widget\\?iframeId=tickets-frame-"
                  + concert.id()
                  + "\"")
          .contains("href=\"" + shop + "\"", "<noscript>", "data-frame-lost hidden")
          .doesNotContain("data-key=\"stale\"");
    }
  }

  @Test
  void aPausedSaleSaysSoAndMayGoOn() {
    EventView concert = promoter.event("Serenade");
    promoter.enable(concert);
    ProviderRef sale = promoter.sell(concert, SaleStatus.LIVE);

    promoter.turn(sale, SaleStatus.INACTIVE);

    for (String html :
        List.of(visitor.open(page(concert)).is(200).html(), widget(concert).text())) {
      assertThat(html)
          .contains("data-status=\"inactive\"", "The sale of tickets is paused")
          .doesNotContain("<iframe");
    }

    promoter.turn(sale, SaleStatus.LIVE);

    visitor.open(page(concert)).is(200).says("data-status=\"active\"", "<iframe");
  }

  @Test
  void whatIsKnownOfAShopThatIsAwayIsShownAsTheLastThatIsKnown() {
    EventView concert = promoter.event("Nocturne");
    promoter.enable(concert);
    promoter.sell(concert, SaleStatus.LIVE);

    promoter.lose();

    visitor
        .open(page(concert))
        .is(200)
        .says("data-status=\"active\"", "data-stale=\"true\"", "<iframe")
        .says("The ticket shop cannot be reached at the moment.", "<time datetime=");
    organiser.open("/events/organise").is(200).says("Nocturne", "Not up to date");
    organiser.open(page(concert) + "/edit").is(200).says("This is the last we know.");
  }
}
