package dev.stagedoor.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.ticketing.TicketingView;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the routes of events take, what they refuse, and what clients of old see. */
class EventsApiTest {
  private static final String GOOD =
      "'title':'Fair','startsAt':'2027-07-03T18:00:00+02:00','timeZone':'Europe/Madrid'";

  private static WebServer server;

  private final Fair fair = Fair.open(server, TicketingStatus.NONE);

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private Answer create(String members) {
    return server
        .post("/api/events")
        .bearer(fair.organiser().token())
        .json("{" + members + "}")
        .send();
  }

  private Answer change(Fair of, String members) {
    return server
        .request("PATCH", "/api/events/" + of.id())
        .bearer(of.organiser().token())
        .json("{" + members + "}")
        .send();
  }

  private Answer change(String members) {
    return change(fair, members);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> event(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isLessThan(300);
    return (Map<String, Object>) answer.json().get("event");
  }

  @Test
  void timesHaveAnOffsetOrAreWhatClocksShowThere() {
    assertThat(event(create(GOOD + ",'endsAt':'2027-07-03T22:30'")))
        .containsEntry("startsAt", "2027-07-03T16:00:00Z")
        .containsEntry("endsAt", "2027-07-03T20:30:00Z")
        .containsEntry("ticketing_status", "none")
        .containsEntry("hasTicketing", false)
        .containsEntry("isOver", false);
    // Of the two times that clocks show that night, the first.
    assertThat(event(change("'startsAt':'2027-10-31T02:30','endsAt':null")))
        .containsEntry("startsAt", "2027-10-31T00:30:00Z")
        .doesNotContainKey("endsAt");
    assertThat(event(change("'startsAt':'2027-07-03t18:00z','timeZone':'America/New_York'")))
        .containsEntry("startsAt", "2027-07-03T18:00:00Z")
        .containsEntry("timeZone", "America/New_York");
    assertThat(event(change("'startsAt':'2027-07-03T18:00'")))
        .containsEntry("startsAt", "2027-07-03T22:00:00Z");
  }

  @Test
  void aTimeThatClocksSkipIsRefused() {
    Answer refused = change("'startsAt':'2027-03-28T02:30'").isProblem(422, "INVALID_VALUE");

    assertThat(refused.text()).contains("\"field\":\"startsAt\"", "skip");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Answer nothing = create("").isProblem(422, "INVALID_VALUE");
    assertThat(nothing.text())
        .contains("\"field\":\"title\"", "\"field\":\"startsAt\"", "\"field\":\"timeZone\"");
    Answer wrong =
        create("'title':'a','startsAt':'yesterday','endsAt':'2027-07-03','timeZone':'Mars/Base'")
            .isProblem(422, "INVALID_VALUE");
    assertThat(wrong.text())
        .contains("\"field\":\"startsAt\"", "\"field\":\"endsAt\"", "\"field\":\"timeZone\"");
    assertThat(
            create(GOOD + ",'endsAt':'2027-07-03T18:00:00+02:00'")
                .isProblem(422, "INVALID_VALUE")
                .text())
        .contains("\"field\":\"endsAt\"", "later than the beginning");
    for (String year : List.of("+12000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z")) {
      change("'startsAt':'" + year + "'").isProblem(422, "INVALID_VALUE");
    }
    for (String text : List.of("'title':' '", "'title':'" + "x".repeat(201) + "'")) {
      change(text).isProblem(422, "INVALID_VALUE");
    }
    change("'title':{}").isProblem(422, "INVALID_VALUE");
    change("'title'").isProblem(400, "REQUEST_UNREADABLE");
    assertThat(change("'hasTicketing':{}").status()).isIn(400, 422);
  }

  @Test
  void contactDataIsAFlatObjectOfTexts() {
    Map<String, Object> changed =
        event(change("'contactData':{'phone':34600,'open':true,'email':'a@b.example','x':null}"));

    assertThat(changed.get("contactData"))
        .isEqualTo(Map.of("phone", "34600", "open", "true", "email", "a@b.example"));
    change("'contactData':{'a':{'b':1}}").isProblem(422, "INVALID_VALUE");
    change("'contactData':[1]").isProblem(422, "INVALID_VALUE");
    change("'contactData':{'':'x'}").isProblem(422, "INVALID_VALUE");
    change("'contactData':{'a':'" + "x".repeat(1001) + "'}").isProblem(422, "INVALID_VALUE");
    change("'contactData':{'a\\u0000':'x'}").isProblem(422, "INVALID_VALUE");
    assertThat(change("'contactData':{'a':'\\ud800'}").status()).isIn(400, 422);
    assertThat(event(change("'contactData':{}")).get("contactData")).isEqualTo(Map.of());
  }

  @Test
  void nothingThatIsNotTheOrganisersIsTaken() {
    Map<String, Object> before = event(server.get("/api/events/" + fair.id()).send());
    Map<String, Object> after =
        event(
            change(
                "'id':'00000000-0000-0000-0000-000000000001','organiserId':'"
                    + fair.stranger().actor().userId().value()
                    + "','ticketing_status':'active','ticketing_enabled':true,"
                    + "'ticketing_provider':'other','hi_events_event_url':'https://evil.example',"
                    + "'createdAt':'2000-01-01T00:00:00Z','isOver':true,'version':9"));

    assertThat(after).isEqualTo(before);
  }

  @Test
  void clientsOfOldEnableLinkAndGiveUpByTheirOwnNames() {
    assertThat(event(create(GOOD + ",'hasTicketing':true")))
        .containsEntry("ticketing_status", "setup")
        .containsEntry("ticketing_provider", "fake");
    assertThat(event(change("'hasTicketing':true"))).containsEntry("hasTicketing", true);
    assertThat(event(change("'contactData':{'phone':'1','hiEventsEventId':77}")))
        .containsEntry("ticketing_event_id", "77")
        .containsEntry("contactData", Map.of("phone", "1"));
    assertThat(event(change("'hi_events_event_id':78,'contactData':{'hiEventsEventId':77}")))
        .containsEntry("ticketing_event_id", "78");
    assertThat(event(change("'hiEventsEventId':79"))).containsEntry("ticketing_event_id", "79");
    assertThat(event(change("'ticketing_event_id':'80','hiEventsEventId':79")))
        .containsEntry("ticketing_event_id", "80");
    assertThat(event(change("'hasTicketing':false,'hiEventsEventId':80")))
        .containsEntry("ticketing_status", "none")
        .doesNotContainKey("ticketing_event_id");
    for (String member : List.of("hiEventsEventId", "hi_events_event_id", "ticketing_event_id")) {
      assertThat(change("'" + member + "':'../x y'").isProblem(422, "INVALID_VALUE").text())
          .contains("\"field\":\"" + member + "\"");
    }
  }

  @Test
  void whatAnOldClientReadItMaySendBackWhole() {
    Fair sold = Fair.open(server, TicketingStatus.ACTIVE);
    Map<String, Object> before = event(server.get("/api/events/" + sold.id()).send());
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("email", "fair@example.org");
    contact.put("hiEventsEventId", Integer.valueOf(sold.sale()));
    contact.put("hiEventsStatus", "DRAFT");
    contact.put("hiEventsLastUpdated", "yesterday");
    Map<String, Object> whole = new LinkedHashMap<>(before);
    whole.put("contactData", contact);
    Answer answer = sold.call(sold.organiser(), "PATCH", "/api/events/" + sold.id(), whole);

    assertThat(event(answer)).isEqualTo(before).containsEntry("ticketing_status", "active");
    change(sold, "'hiEventsEventId':4711").isProblem(409, "TICKETING_LINKED");
    change(sold, "'hasTicketing':false").isProblem(409, "TICKETING_MOVE_REFUSED");
    sold.turn(SaleStatus.INACTIVE);
    sold.await(TicketingStatus.INACTIVE);
    assertThat(event(server.get("/api/events/" + sold.id()).send()))
        .containsEntry("ticketing_status", "inactive");
  }

  @Test
  void systemsWithNumbersShowThemToClientsOfOld() {
    TicketingView tickets =
        new TicketingView(
            "active",
            Optional.of("hi-events"),
            Optional.of(ProviderRef.of("hi-events", "77")),
            Optional.empty(),
            Optional.empty(),
            Optional.of("inactive"),
            Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
            false,
            Instant.parse("2027-01-01T00:00:00Z"));

    assertThat(Legacy.number(tickets)).hasValue(77L);
    assertThat(Legacy.contact(Map.of("phone", "1"), tickets))
        .isEqualTo(
            Map.of(
                "phone", "1",
                "hiEventsEventId", 77L,
                "hiEventsStatus", "ARCHIVED",
                "hiEventsLastUpdated", "2027-01-01T00:00:00Z"));
  }

  @Test
  void listsAreOfWhatComesOrOfOnesOwn() {
    Answer mine = server.get("/api/events?mine=true").bearer(fair.organiser().token()).send();
    Answer none = server.get("/api/events?mine=true").bearer(fair.stranger().token()).send();

    assertThat(mine.text()).contains("" + fair.id());
    assertThat(none.json()).containsEntry("total", 0).containsEntry("events", List.of());
    server.get("/api/events?mine=true").send().isProblem(401, "NOT_SIGNED_IN");
    assertThat(server.get("/api/events?limit=1").send().json())
        .containsEntry("page", 1)
        .containsEntry("limit", 1);
  }

  @Test
  void anEventIsPlannedOnceByOneKey() {
    Answer first = created("key of " + fair.id());
    Answer again = created("key of " + fair.id());

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
  }

  private Answer created(String key) {
    return server
        .post("/api/events")
        .bearer(fair.organiser().token())
        .header("Idempotency-Key", key)
        .json("{" + GOOD + "}")
        .send();
  }

  @Test
  void aConnectionIsOnePerSystemAndItsSecretStaysInside() {
    String path = "/api/ticketing/connections";
    Answer put =
        server
            .request("PUT", path + "/fake")
            .bearer(fair.organiser().token())
            .json("{'webhookSecret':'another secret of the shop'}")
            .send();
    Answer list = server.get(path).bearer(fair.organiser().token()).send();

    assertThat(put.status()).isEqualTo(200);
    assertThat(list.text())
        .containsOnlyOnce("\"provider\"")
        .contains("" + fair.connection())
        .doesNotContain("secret");
    Answer tooShort =
        server
            .request("PUT", path + "/fake")
            .bearer(fair.organiser().token())
            .json("{'webhookSecret':'short'}")
            .send()
            .isProblem(422, "INVALID_VALUE");
    assertThat(tooShort.text()).contains("\"field\":\"webhookSecret\"").doesNotContain("short\"");
    server
        .request("PUT", path + "/fake")
        .bearer(fair.organiser().token())
        .json("{}")
        .send()
        .isProblem(422, "INVALID_VALUE");
  }

  @Test
  void whereEventsAreOffNothingOfThemIsThere() {
    try (WebServer other = WebServer.start("stagedoor.areas=memorials")) {
      for (String path :
          List.of(
              "/api/events",
              "/api/events/updates",
              "/api/ticketing/connections",
              "/api/cross-app/user-accounts",
              "/api/admin/cross-app/uses")) {
        other.get(path).send().isProblem(404, "NOT_FOUND");
      }
    }
  }
}
