package dev.stagedoor.web.pages.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.ticketing.TicketSystems.TicketSystem;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Visitor;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsPagesTest {
  private static final String SHOP = "https://tickets.fake.test";
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\ssrc=)|\\sstyle=|\\son[a-z]+=|javascript:");

  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private final InMemoryStagedoor house = server.house();
  private final Promoter promoter = new Promoter(house, "Clara Wieck");
  private final Visitor visitor = new Visitor(server);
  private final Visitor organiser = Visitor.signedIn(server, promoter.person());
  private final Visitor other =
      Visitor.signedIn(server, new Promoter(house, "Johannes Brahms").person());

  private static String page(EventView event) {
    return "/event/" + event.id();
  }

  private static Answer widget(EventView event) {
    return server.get(page(event) + "/widget").header("Accept", "text/html").send();
  }

  private static String policy(Answer answer) {
    assertThat(answer.headers("Content-Security-Policy")).hasSize(1);
    return answer.header("Content-Security-Policy").orElseThrow();
  }

  private static String directive(Answer answer, String name) {
    Matcher matcher = Pattern.compile("(?:^|; )" + name + " ([^;]*)").matcher(policy(answer));
    assertThat(matcher.find()).as("%s in %s", name, policy(answer)).isTrue();
    return matcher.group(1);
  }

  // Coming in

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
    new Visitor(server)
        .send("/register/organiser", newcomer)
        .is(422)
        .says("There is already an account");
  }

  // Finding

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

  // The four states, in the event's page and in the page that others show

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

  // Frames: what may show us, and what we show

  @Test
  void onlyTheWidgetMayBeShownByOthersAndEveryPageWithTicketsMayShowTheShop() {
    EventView concert = promoter.event("Framed");

    Answer widget = widget(concert);
    assertThat(directive(widget, "frame-ancestors")).isEqualTo("*");
    assertThat(directive(widget, "frame-src")).isEqualTo("'self' " + SHOP);
    assertThat(widget.header("X-Frame-Options")).isEmpty();

    Answer page = visitor.open(page(concert)).answer();
    assertThat(directive(page, "frame-ancestors")).isEqualTo("'self'");
    assertThat(directive(page, "frame-src")).isEqualTo("'self' " + SHOP);

    Answer edit = organiser.open(page(concert) + "/edit").is(200).answer();
    assertThat(directive(edit, "frame-ancestors")).isEqualTo("'self'");
    assertThat(directive(edit, "form-action")).isEqualTo("'self' https: " + SHOP);
    assertThat(policy(edit)).doesNotContain("frame-src");
    assertThat(policy(visitor.open("/events").answer()))
        .contains("frame-ancestors 'self'")
        .doesNotContain(SHOP);
  }

  @Test
  void theOperatorSaysWhichSitesMayShowTickets() {
    try (WebServer strict =
        WebServer.start(
            "stagedoor.events.embed-origins=https://www.example.org,http://LOCALHOST:8080/")) {
      Promoter there = new Promoter(strict.house(), "Robert");
      EventView concert = there.event("Chosen");
      Visitor runs = Visitor.signedIn(strict, there.person());

      Answer widget = strict.get(page(concert) + "/widget").header("Accept", "text/html").send();

      assertThat(directive(widget, "frame-ancestors"))
          .isEqualTo("'self' https://www.example.org http://localhost:8080");
      runs.open(page(concert) + "/edit")
          .is(200)
          .says("https://www.example.org, http://localhost:8080");
    }
  }

  @Test
  void nobodyElseMayShowThemWhereNoSiteIsNamed() {
    assertThat(new EmbedSettings(List.of()).ancestors()).containsExactly("'self'");
    assertThat(new EmbedSettings(List.of(" ")).ancestors()).containsExactly("'self'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.example.org",
        "https://example.org/path",
        "https://example.org?x",
        "https://a@example.org",
        "ftp://example.org",
        "https://*.example.org",
        "https:",
        "'self'",
        "https://example.org; script-src *",
        "null"
      })
  void aSettingThatIsNoOriginRefusesTheStart(String origin) {
    assertThatThrownBy(() -> new EmbedSettings(List.of("https://example.org", origin)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stagedoor.events.embed-origins");
    assertThatThrownBy(() -> new EmbedSettings(List.of("*", "https://example.org")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aServerWithSuchASettingDoesNotStart() {
    assertThatThrownBy(() -> WebServer.start("stagedoor.events.embed-origins=example.org").close())
        .hasStackTraceContaining("stagedoor.events.embed-origins takes origins");
  }

  @Test
  void theScriptForOtherSitesHasAnAddressThatNeverChanges() {
    Answer script = server.get("/embed.js").send();

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("Content-Type")).hasValue("text/javascript;charset=utf-8");
    assertThat(script.header("Cache-Control")).hasValue("public, max-age=3600");
    assertThat(script.text()).contains("stagedoor:height", "document.currentScript.src");
  }

  @Test
  void theSnippetIsSoundWhateverTheTitle() {
    EventView concert = promoter.event("\"><script>alert(1)</script> & more");

    String html = organiser.open(page(concert) + "/edit").is(200).html();

    // Once for the attribute in the page of the other site, and once for the field it stands in.
    assertThat(html)
        .contains("&lt;iframe src=\"", page(concert) + "/widget\"", "/embed.js\"&gt;")
        .contains(
            "&amp;quot;&amp;gt;&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; &amp;amp;")
        .contains("loading=\"lazy\"", "script async src=\"");
  }

  // Caches

  @Test
  void theWidgetIsTheSameForEverybodyAndKeptForAMoment() {
    EventView concert = promoter.event("Public");
    String cookies =
        String.join(
            "; ",
            organiser.cookies().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList());

    Answer mine =
        server
            .get(page(concert) + "/widget?lang=de")
            .header("Accept", "text/html")
            .header("Cookie", cookies + "; stagedoor_language=fr")
            .send();
    Answer anyone =
        server
            .get(page(concert) + "/widget")
            .header("Accept", "text/html")
            .header("Accept-Language", "de")
            .send();
    Answer broken =
        server
            .get(page(concert) + "/widget?lang=de")
            .header("Accept", "text/html")
            .header("Cookie", "stagedoor_session=forged")
            .send();

    assertThat(mine.text()).isEqualTo(broken.text()).isEqualTo(anyone.text());
    for (Answer one : List.of(mine, anyone, broken)) {
      assertThat(one.status()).isEqualTo(200);
      assertThat(one.headers("Cache-Control")).containsExactly("public, max-age=5");
      assertThat(one.headers("Vary")).containsExactly("Accept-Language");
      assertThat(one.headers("Set-Cookie")).isEmpty();
      assertThat(one.text()).contains("<html lang=\"de\"").doesNotContainPattern(INLINE);
    }
  }

  @Test
  void anEventsPageIsKeptForVisitorsAloneAndWithoutAnythingPersonal() {
    EventView concert = promoter.event("Shared");

    Answer fresh = server.get(page(concert)).header("Accept", "text/html").send();
    assertThat(fresh.headers("Cache-Control")).containsExactly("public, max-age=0, s-maxage=5");
    assertThat(fresh.header("Vary").orElseThrow()).contains("Cookie", "Accept-Language");

    assertThat(organiser.open(page(concert)).answer().headers("Cache-Control"))
        .containsExactly("private, no-cache");
    assertThat(visitor.open(page(concert) + "?lang=de").answer().headers("Cache-Control"))
        .containsExactly("private, no-cache");
    assertThat(visitor.open(page(concert)).answer().headers("Cache-Control"))
        .containsExactly("private, no-cache");
    assertThat(organiser.open(page(concert) + "/edit").answer().headers("Cache-Control"))
        .containsExactly("no-store");
  }

  // Planning

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

  private static String[] plan(String... changed) {
    Map<String, String> fields =
        new java.util.LinkedHashMap<>(
            Map.of(
                "title",
                "A title",
                "startsAt",
                "2031-01-10T19:30",
                "endsAt",
                "",
                "timeZone",
                "Europe/Berlin",
                "venue",
                "Here",
                "description",
                "A description that was typed",
                "contactData.email",
                "",
                "contactData.phone",
                "",
                "contactData.website",
                ""));
    for (int i = 0; i < changed.length; i += 2) {
      fields.put(changed[i], changed[i + 1]);
    }
    return fields.entrySet().stream()
        .flatMap(one -> List.of(one.getKey(), one.getValue()).stream())
        .toArray(String[]::new);
  }

  // Tickets

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
    Pages pages = server.bean(Pages.class);
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

  // Everywhere

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
          server.get(page(event) + "/widget" + lang).header("Accept", "text/html").send();
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
