package dev.stagedoor.web.pages.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Finding events and looking at them, signed in or not. */
class EventsPagesTest extends EventsPagesScene {
  @Test
  void whoWantsToOrganiseRegistersAndIsLedToWhatTheyWanted() {
    visitor.open("/events/new").leadsTo("/login?next=%2Fevents%2Fnew");
    visitor.open("/login?next=%2Fevents%2Fnew").is(200).says("/register/organiser?next=");
    assertThat(visitor.open("/register/organiser?next=/events/new").is(200).field("next"))
        .isEqualTo("/events/new");
    String[] newcomer = {
      "name", "Olga", "email", house.anAddress().value(), "password", "long enough"
    };

    visitor.send("/register/organiser", newcomer).leadsTo("/events/organise");

    visitor.open("/events/new").is(200);
    new Visitor(SERVER)
        .send("/register/organiser", newcomer)
        .is(422)
        .says("There is already an account");
  }

  @Test
  void whatIsOnIsListedForEverybodyAndWhatIsOverIsNot() {
    EventView concert = promoter.event("Concert & <b>ball</b>");

    visitor
        .open("/events")
        .is(200)
        .says("Concert &amp; &lt;b&gt;ball&lt;/b&gt;", page(concert), "Old Hall")
        .saysNot("<b>ball</b>");
    visitor.open("/").is(200).says("href=\"/events\"");
    visitor.open("/events?page=0").is(422);

    house.later(Duration.ofDays(4));

    visitor.open("/events?limit=100").is(200).saysNot(page(concert));
    visitor.open(page(concert)).is(200).says("This event is over.");
  }

  @Test
  void anEventSaysWhenWhereAndByWhom() {
    EventView concert = promoter.event("Trio in G minor");

    visitor
        .open(page(concert))
        .is(200)
        .says("Trio in G minor", "Clara Wieck", "Old Hall", "About Trio in G minor")
        .says("data-zone=\"Europe/Berlin\"", "js/tickets.js")
        .saysNot("/edit\"");
    organiser.open(page(concert)).is(200).says("href=\"" + page(concert) + "/edit\"");
    visitor.open("/event/" + UUID.randomUUID()).is(404);
    visitor.open("/event/nonsense").is(404);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageIsWholeInEveryLanguageAndState(Language language) {
    String lang = "?lang=" + language.code();
    EventView none = promoter.event("Überblick العربية हिन्दी");
    EventView silent = promoter.event("Still", Map.of());
    EventView setup = promoter.event("Eins");
    EventView active = promoter.event("Zwei");
    EventView inactive = promoter.event("Drei");
    promoter.enable(setup);
    promoter.enable(active);
    promoter.enable(inactive);
    promoter.turn(promoter.sell(inactive, SaleStatus.LIVE), SaleStatus.INACTIVE);
    promoter.sell(active, SaleStatus.LIVE);
    promoter.lose();

    for (EventView event : List.of(none, silent, setup, active, inactive)) {
      for (String path : List.of(page(event), page(event) + "/edit")) {
        organiser.open(path + lang).is(200).says("<html lang=\"" + language.code());
      }
      Answer widget =
          SERVER.get(page(event) + "/widget" + lang).header("Accept", "text/html").send();
      assertThat(widget.status()).isEqualTo(200);
      assertThat(widget.text())
          .contains(
              "<html lang=\""
                  + language.code()
                  + "\" dir=\""
                  + (language.isRightToLeft() ? "rtl" : "ltr"))
          .containsOnlyOnce("<h1")
          .doesNotContain(">null<", "\"null\"", "Optional[", "dev.stagedoor")
          .doesNotContainPattern(INLINE);
    }
    for (String path : List.of("/events", "/events/new", "/events/organise", "/")) {
      organiser.open(path + lang).is(200).says("<html lang=\"" + language.code());
      visitor.open("/events" + lang).is(200);
    }
  }

  @Test
  void withoutTheAreaThereIsNothingOfIt() {
    try (WebServer without = WebServer.start("stagedoor.areas=memorials,courses,liveselling")) {
      Visitor there = new Visitor(without);

      assertThat(without.get("/embed.js").send().status()).isEqualTo(404);
      there.open("/event/" + UUID.randomUUID() + "/widget").is(404);
      there.open("/events/new").is(404);
    }
  }
}
