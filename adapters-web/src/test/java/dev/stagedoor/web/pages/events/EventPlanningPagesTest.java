package dev.stagedoor.web.pages.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planning an event in its form. */
class EventPlanningPagesTest extends EventsPagesScene {
  @ParameterizedTest
  @ValueSource(strings = {"/events/new", "/events/organise"})
  void aVisitorIsLedToSignInAndBack(String path) {
    visitor.open(path).leadsTo("/login?next=" + path.replace("/", "%2F"));
  }

  @Test
  void anEventIsPlannedAndChangedWithoutScripts() {
    organiser.open("/events/new").is(200).says("Europe/Berlin");
    String there =
        organiser
            .send(
                "/events/new",
                plan(
                    "title",
                    "Winter's journey",
                    "endsAt",
                    "2031-01-10T22:15",
                    "contactData.website",
                    "example.org"))
            .leadsTo("/event/")
            .location();
    assertThat(there).endsWith("/edit?done=event_created");
    String edit = there.substring(0, there.indexOf('?'));
    String shown = edit.replace("/edit", "");
    Visitor.Shown form = organiser.open(there).is(200).says("Everybody can see it now.");
    assertThat(form.field("startsAt")).isEqualTo("2031-01-10T19:30");
    assertThat(form.field("endsAt")).isEqualTo("2031-01-10T22:15");
    form.says("value=\"Europe/Berlin\" selected");
    visitor.open(shown).is(200).says("Winter's journey", "2031-01-10T18:30:00Z", "10:15");

    organiser
        .send(edit, plan("title", "Summer", "contactData.email", "s@example.org"))
        .leadsTo(edit + "?done=event_saved");

    visitor
        .open(shown)
        .is(200)
        .says("Summer", "mailto:s@example.org")
        .saysNot("10:15", "https://example.org\"");
    organiser.open("/events/organise").is(200).says("Summer", "No tickets");
    other.open("/events/organise").is(200).says("You have no events yet").saysNot("Summer");
  }

  @Test
  void whatTheFormDoesNotAskForStays() {
    EventView concert = promoter.event("Kept", Map.of("email", "a@example.org", "fax", "123"));

    organiser.send(page(concert) + "/edit", plan("contactData.email", "")).leadsTo(page(concert));

    assertThat(promoter.now(concert).contact()).isEqualTo(Map.of("fax", "123"));
  }

  @Test
  void timesThatNobodyTypesAnewStayWhatTheyAre() {
    // Clocks show 2:30 twice in that night, and a form has no seconds.
    EventView late =
        promoter.event("Late", "2031-10-26T01:30:20Z", Optional.of("2031-10-26T02:45:40Z"));
    Visitor.Shown form = organiser.open(page(late) + "/edit").is(200);
    assertThat(form.field("startsAt")).isEqualTo("2031-10-26T02:30");

    organiser
        .send(
            page(late) + "/edit",
            plan(
                "title", "Later",
                "startsAt", form.field("startsAt"),
                "endsAt", form.field("endsAt")))
        .leadsTo(page(late));

    assertThat(promoter.now(late).title()).isEqualTo("Later");
    assertThat(promoter.now(late).startsAt()).isEqualTo(late.startsAt());
    assertThat(promoter.now(late).endsAt()).isEqualTo(late.endsAt());

    organiser
        .send(
            page(late) + "/edit",
            plan("startsAt", form.field("startsAt"), "timeZone", "Europe/London"))
        .leadsTo(page(late));
    assertThat(promoter.now(late).startsAt()).isEqualTo("2031-10-26T02:30:00Z");
  }

  @Test
  void aFormThatWasNotFilledInRightKeepsWhatWasTyped() {
    for (String path : List.of("/events/new", page(promoter.event("Right")) + "/edit")) {
      wrong(path, "This may not be empty.", "title", " ", "venue", "The <old> barn");
      wrong(path, "This is needed.", "startsAt", "");
      wrong(path, "This is not a date.", "startsAt", "tomorrow");
      wrong(path, "The clocks skip this time on that day.", "startsAt", "2031-03-30T02:30");
      wrong(path, "This must be later than the beginning.", "endsAt", "2031-01-10T19:30");
      wrong(path, "This is not a time zone.", "timeZone", "Mars/Olympus");
      wrong(path, "This is not an e-mail address.", "contactData.email", "nobody");
      wrong(path, "This is not a web address.", "contactData.website", "javascript:alert(1)//");
      wrong(path, "This is too long", "venue", "x".repeat(301));
    }
  }

  private void wrong(String path, String fault, String... changed) {
    Visitor.Shown shown = organiser.send(path, plan(changed));
    assertThat(shown.answer().status()).as(shown.html()).isEqualTo(422);
    shown.says(fault, "aria-invalid=\"true\"", "A description that was typed");
    assertThat(shown.answer().headers("Cache-Control")).containsExactly("no-store");
    for (int i = 0; i < changed.length; i += 2) {
      if (!changed[i].equals("timeZone")) {
        assertThat(shown.field(changed[i])).isEqualTo(changed[i + 1].replace("<", "&lt;"));
      }
    }
  }
}
