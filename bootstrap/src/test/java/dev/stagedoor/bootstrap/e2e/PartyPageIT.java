package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.listen;
import static dev.stagedoor.bootstrap.e2e.Browser.named;
import static dev.stagedoor.bootstrap.e2e.PartyVisits.begins;
import static dev.stagedoor.bootstrap.e2e.PartyVisits.press;
import static dev.stagedoor.bootstrap.e2e.PartyVisits.signsIn;
import static dev.stagedoor.bootstrap.e2e.PartyVisits.signsUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a watch party does with haste, lost lines and servers that cannot just now. */
class PartyPageIT {
  private static final int SIGNED_OUT = 4001;
  private static final int TOO_MANY = 1008;
  private static final int AWAY = 1001;
  private static final int KEYS = 90;
  private static final String TOO_FAST =
      "{'type':'error','data':{'code':'TOO_FAST','message':'Slower, please',"
          + "'requestType':'party:chat'}}";

  @TempDir static Path folder;

  private static final Deque<AutoCloseable> OPENED = new ArrayDeque<>();
  private static Browser browser;
  private static ServerProcess server;
  private static EndlessFilm film;
  private static String guest;
  private static String third;
  private static String hosts;
  private static Page host;
  private static PartyLine line;
  private static List<String> complaints;

  @BeforeAll
  static void open() throws Exception {
    browser = closing(Browser.open());
    server = closing(ServerProcess.start(folder.resolve("data"), Ports.next()));
    film = closing(EndlessFilm.of(server));
    guest = signsUp(server, "guest@example.org");
    third = signsUp(server, "third@example.org");
    hosts = signsUp(server, "host@example.org");
    host = browser.visitor(1200);
    line = PartyLine.of(host);
    complaints = listen(host);
    signsIn(host, server, "host@example.org", "/tv/party");
  }

  private static <T extends AutoCloseable> T closing(T opened) {
    OPENED.push(opened);
    return opened;
  }

  @AfterAll
  static void close() throws Exception {
    for (AutoCloseable opened : OPENED) {
      opened.close();
    }
  }

  private String room;

  @BeforeEach
  void hostBegins() {
    line.passes();
    host.context().setOffline(false);
    host.navigate(server.uri("/tv/party").toString());
    room = begins(host, film.address());
  }

  @AfterEach
  void nothingFailedInTheBrowser() {
    assertThat(complaints).isEmpty();
  }

  @Test
  void aKeyHeldOnTheSliderTakesThePartyThereAndNobodyOut() {
    Locator slider = host.getByLabel("Where the party is");
    assertThat(slider).isVisible();
    int openings = line.openings();
    int seeks = line.said("party:seek").size();

    slider.focus();
    for (int i = 0; i < KEYS; i++) {
      host.keyboard().down("ArrowRight");
    }
    int there = Integer.parseInt(slider.inputValue());
    host.keyboard().up("ArrowRight");

    assertThat(there).isBetween(1, KEYS);
    line.awaitHeard("party:seek", data -> data.path("currentTime").asDouble() == there);
    assertThat(line.said("party:seek")).hasSizeBetween(seeks + 1, seeks + KEYS / 2);
    assertThat(line.openings()).as("the line was never lost").isEqualTo(openings);

    // The slider goes on with the party, though it was moved and has the focus.
    press(host, "Play");
    slider.focus();
    host.waitForFunction("from => Number(document.activeElement.value) > from + 1", there);
  }

  @Test
  void whoIsShownOutForHasteComesBackAndWhoIsSignedOutDoesNot() {
    line.closes(TOO_MANY);
    isBack();
    assertThat(host.locator("[data-party-fault]")).isHidden();

    int openings = line.openings();
    line.closes(SIGNED_OUT);
    assertThat(host.locator("[data-party-fault]")).containsText("You are no longer signed in.");
    assertThat(connection()).isEmpty();

    // Signed in again elsewhere, and back at this page.
    host.evaluate("() => window.dispatchEvent(new Event('focus'))");
    isBack();
    assertThat(host.locator("[data-party-fault]")).isHidden();
    assertThat(line.openings()).isEqualTo(openings + 1);
  }

  @Test
  void whoSignedOutElsewhereIsToldSoOnceTheLineIsLost() {
    Page other = browser.visitor(1200);
    PartyLine others = PartyLine.of(other);
    joins(other);

    Page elsewhere = other.context().newPage();
    elsewhere.navigate(server.uri("/profile").toString());
    elsewhere.locator("form[action='/logout'] button").click();
    elsewhere.waitForURL(url -> !url.endsWith("/profile"));
    others.closes(AWAY);

    assertThat(other.locator("[data-party-fault]")).containsText("You are no longer signed in.");
    other.context().close();
  }

  @Test
  void aServerThatCannotLetAnybodyInForAMomentThrowsNobodyOut() {
    int joins = line.said("party:join").size();
    line.answers(
        "party:join",
        "{'type':'error','data':{'code':'PROVIDER_UNAVAILABLE','message':'Not now',"
            + "'service':'database','requestType':'party:join','retryAfter':1}}");
    line.closes(AWAY);
    line.awaitSaid("party:join", joins + 2);
    assertThat(connection()).hasText("The connection is lost. Trying again…");
    assertThat(host.locator("[data-party-room]")).isVisible();

    // Nor is the party forgotten where somebody opens the page anew meanwhile.
    host.reload();
    assertThat(host.locator("[data-party-fault]")).hasText("Not now");
    line.passes();
    isBack();
    assertThat(host.locator("[data-party-fault]")).isHidden();
    assertThat(host.locator("[data-party-heading]")).hasText("A film");

    line.answers(
        "party:join",
        "{'type':'error','data':{'code':'PARTY_ENDED','message':'It is over',"
            + "'requestType':'party:join'}}");
    line.closes(AWAY);
    assertThat(host.locator("[data-party-fault]")).hasText("It is over");
    assertThat(host.locator("[data-party-room]")).isHidden();
  }

  @Test
  void whoLeavesWhileOfflineIsOutAtOnceAndStaysOut() {
    host.context().setOffline(true);
    line.closes(AWAY);
    assertThat(connection()).hasText("The connection is lost. Trying again…");
    host.getByLabel("Your message").fill("Hello?");
    host.getByLabel("Your message").press("Enter");
    assertThat(host.getByLabel("Your message")).hasValue("Hello?");

    press(host, "Leave");
    assertThat(host.getByLabel("Your name in the party")).isVisible();

    int joins = line.said("party:join").size();
    int pings = line.said("ping").size();
    host.context().setOffline(false);
    line.awaitSaid("ping", pings + 3);
    assertThat(line.said("party:join")).hasSize(joins);
    assertThat(host.getByLabel("Your name in the party")).isVisible();
  }

  @Test
  void theFocusStaysOnAMembersButtonsWhateverComes() throws Exception {
    try (PartyMember silent = PartyMember.connects(server, guest)) {
      silent.joins(room, "Silent");
      Locator mute = button("Mute");
      mute.focus();
      host.evaluate("() => { window.focused = document.activeElement; }");

      line.awaitHeardAgain("party:sync");
      silent.sends("{'type':'party:chat','data':{'message':'Hello'}}");
      assertThat(host.locator("[data-party-lines]")).containsText("Hello");
      assertThat(mute).isFocused();
      assertThat(host.evaluate("() => document.activeElement === window.focused")).isEqualTo(true);

      int mutes = line.said("party:mute").size();
      host.keyboard().press("Enter");
      line.awaitSaid("party:mute", mutes + 1);
      assertThat(silent.await("party:user-muted").path("isMuted").asBoolean()).isTrue();
      assertThat(button("Unmute")).isFocused();
    }
  }

  @Test
  void whoseLineWasLostSaysAgainThatTheyAreReady() throws Exception {
    try (PartyMember silent = PartyMember.connects(server, guest)) {
      String id = silent.joins(room, "Silent").path("hostId").asText();
      line.awaitHeard("party:sync", this::isHostReady);
      int told = line.said("party:ready").size();

      // The page comes back no sooner than this lets it open its line again.
      line.closes(AWAY);
      assertThat(silent.await("party:user-away").path("userId").asText()).isEqualTo(id);
      line.awaitSaid("party:ready", told + 1);
      isReady(silent, id);

      host.getByText("Watch something else").first().click();
      Locator media = host.locator("[data-party-media]");
      media.getByLabel("Address of the film or stream").fill(film.address());
      media.getByLabel("What is watched").fill("The same");
      media.locator("button").click();
      line.awaitSaid("party:ready", told + 2);
      assertThat(silent.await("party:media").path("title").asText()).isEqualTo("The same");
      isReady(silent, id);
    }
  }

  @Test
  void aPageThatNobodyLooksAtKeepsItsLineAndNoDeadOne() {
    Page hidden = browser.visitor(1200);
    PartyLine its = PartyLine.of(hidden);
    hidden.clock().install();
    joins(hidden);
    int openings = its.openings();

    // Timers of such a page run once a minute.
    for (int i = 0; i < 5; i++) {
      int pings = its.said("ping").size();
      hidden.clock().fastForward(60_000);
      its.awaitSaid("ping", pings + 1);
      its.awaitPongs();
    }
    assertThat(its.openings()).as("the line was never lost").isEqualTo(openings);

    its.fallsSilent();
    hidden.clock().runFor(30_000);
    its.awaitReopened();
    assertThat(hidden.locator("[data-party-connection]")).hasText("Connected");
    hidden.context().close();
  }

  @Test
  void aLineThatIsRefusedIsPutBackWithTheReasonAtItsField() {
    Locator field = host.getByLabel("Your message");
    line.answers("party:chat", TOO_FAST);
    field.fill("Hello?");
    field.press("Enter");
    assertThat(field).hasAccessibleDescription("Slower, please");
    assertThat(field).hasAttribute("aria-invalid", "true");
    assertThat(field).hasValue("Hello?");
    assertThat(host.locator(".toast")).hasCount(0);

    line.passes();
    field.press("Enter");
    assertThat(host.locator("[data-party-lines]")).containsText("Hello?");
    assertThat(field).hasValue("");
    assertThat(field).hasAccessibleDescription("");

    line.loses("party:chat");
    field.fill("Well");
    field.press("Enter");
    assertThat(field).hasValue("");
    field.fill("then");
    field.press("Enter");
    line.tells(TOO_FAST);
    assertThat(field).hasValue("Well then");
  }

  @Test
  void whatIsWrittenBeforeAnAnswerIsSaidAfterIt() {
    Locator field = host.getByLabel("Your message");
    for (String text : List.of("One", "Two", "Three")) {
      field.fill(text);
      field.press("Enter");
      assertThat(field).hasValue("");
    }
    assertThat(host.locator("[data-party-lines] [data-message]"))
        .hasText(new String[] {"One", "Two", "Three"});
  }

  @Test
  void whoseLineWasLostBeforeAnAnswerHasWhatWasNotSaid() throws Exception {
    Locator field = host.getByLabel("Your message");
    try (PartyMember silent = PartyMember.connects(server, guest)) {
      silent.joins(room, "Silent");
      line.fallsSilent();
      field.fill("Said");
      field.press("Enter");
      assertThat(silent.await("party:chat").path("message").asText()).isEqualTo("Said");
    }
    line.closes(AWAY);
    isBack();
    assertThat(host.locator("[data-party-lines]")).containsText("Said");
    assertThat(field).hasValue("");

    line.loses("party:chat");
    field.fill("Lost");
    field.press("Enter");
    assertThat(field).hasValue("");
    line.closes(AWAY);
    isBack();
    assertThat(field).hasValue("Lost");
  }

  @Test
  void anAddressThatIsRefusedIsPutBackWithTheReasonAtItsField() {
    host.getByText("Watch something else").first().click();
    Locator media = host.locator("[data-party-media]");
    Locator address = media.getByLabel("Address of the film or stream");
    address.fill("https://example.org/film.m3u8?user=u&password=p");
    media.getByLabel("What is watched").fill("Ours");
    media.locator("button").click();

    assertThat(address).isFocused();
    assertThat(address).hasValue("https://example.org/film.m3u8?user=u&password=p");
    assertThat(address).hasAccessibleDescription(Pattern.compile(".+"));
    assertThat(media.getByLabel("What is watched")).hasValue("Ours");
    assertThat(media.getByLabel("What is watched")).hasAccessibleDescription("");

    address.fill(film.address());
    media.locator("button").click();
    assertThat(host.locator("[data-party-heading]")).hasText("Ours");
    assertThat(host.locator("[data-party-change] summary")).isFocused();
  }

  @Test
  void theFocusStaysNearWhereAMembersButtonsGo() throws Exception {
    try (PartyMember silent = PartyMember.connects(server, guest);
        PartyMember other = PartyMember.connects(server, third)) {
      silent.joins(room, "Silent");
      other.joins(room, "Other");
      button("Silent", "Remove").press("Enter");
      assertThat(button("Other", "Mute")).isFocused();

      button("Other", "Make host").press("Enter");
      assertThat(host.locator("#members")).isFocused();
    }
  }

  @Test
  void theFocusStaysNearWhereTheHostsControlsGo() throws Exception {
    try (PartyMember silent = PartyMember.connects(server, guest);
        PartyMember again = PartyMember.connects(server, hosts)) {
      JsonNode members = silent.joins(room, "Silent").path("members");
      again.joins(room, "John");
      button("Play").focus();
      again.sends(
          "{'type':'party:host','data':{'userId':'%s'}}"
              .formatted(members.path(members.size() - 1).path("userId").asText()));

      assertThat(host.locator("[data-party-heading]")).isFocused();
    }
  }

  @Test
  void theFocusStaysNearWhereALineGoesAndWhereThePartyDoes() {
    assertThat(host.locator("[data-party-title]")).isFocused();
    Locator removals = host.locator("[data-party-lines] button");
    for (String text : List.of("One", "Two")) {
      host.getByLabel("Your message").fill(text);
      host.getByLabel("Your message").press("Enter");
      assertThat(host.locator("[data-party-lines]")).containsText(text);
    }
    removals.first().press("Enter");
    assertThat(removals).hasCount(1);
    assertThat(removals).isFocused();
    removals.press("Enter");
    assertThat(host.locator("#chat")).isFocused();

    button("Leave").press("Enter");
    assertThat(host.locator("[data-party-title]")).isFocused();
  }

  private void joins(Page other) {
    signsIn(other, server, "guest@example.org", "/tv/party/" + room);
    other.getByLabel("Your name in the party").fill("Sarah");
    press(other, "Join");
    assertThat(other.locator("[data-party-connection]")).hasText("Connected");
  }

  private boolean isHostReady(JsonNode state) {
    return state.path("roomId").asText().equals(room)
        && state.path("members").findParents("isHost").stream()
            .anyMatch(one -> one.path("isHost").asBoolean() && one.path("isReady").asBoolean());
  }

  private static void isReady(PartyMember silent, String id) throws InterruptedException {
    JsonNode ready = silent.await("party:ready");
    assertThat(ready.path("userId").asText()).isEqualTo(id);
    assertThat(ready.path("isReady").asBoolean()).isTrue();
  }

  /** Waits until the host's page is in the party again, by another connection. */
  private static void isBack() {
    line.awaitReopened();
    assertThat(connection()).hasText("Connected");
    assertThat(host.locator("[data-party-room]")).isVisible();
  }

  private static Locator connection() {
    return host.locator("[data-party-connection]");
  }

  private static Locator button(String name) {
    return host.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  private static Locator button(String member, String name) {
    return host.locator("[data-party-members] li", new Page.LocatorOptions().setHasText(member))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
