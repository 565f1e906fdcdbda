package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.listen;
import static dev.stagedoor.bootstrap.e2e.Browser.look;
import static dev.stagedoor.bootstrap.e2e.PartyVisits.begins;
import static dev.stagedoor.bootstrap.e2e.PartyVisits.press;
import static dev.stagedoor.bootstrap.e2e.PartyVisits.signsIn;
import static dev.stagedoor.bootstrap.e2e.PartyVisits.signsUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People at two servers on one database watch the same HLS, and stay in step. */
class WatchPartyIT {
  private static final int DESKTOP = 1200;
  private static final int PHONE = 390;
  private static final double MOST_APART = 0.3;
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir Path folder;

  @Test
  void twoPagesAtTwoServersStayInStep() throws Exception {
    try (Browser browser = Browser.open();
        TwoServers servers = TwoServers.start(folder);
        EndlessFilm film = EndlessFilm.of(servers.two())) {
      signsUp(servers.one(), "guest@example.org");
      signsUp(servers.two(), "host@example.org");
      Page host = browser.visitor(DESKTOP);
      Page guest = browser.visitor(PHONE);
      List<String> hostsComplaints = listen(host);
      List<String> guestsComplaints = listen(guest);
      signsIn(host, servers.two(), "host@example.org", "/tv/party");
      String room = begins(host, film.address());
      joins(guest, servers.one(), room, "Sarah");
      assertThat(host.locator("[data-party-members] > li")).hasCount(2);

      // One more, who never gets ready: nobody waits for them.
      String token = signsUp(servers.one(), "silent@example.org");
      try (PartyMember silent = PartyMember.connects(servers.one(), token)) {
        silent.joins(room, "Silent");
        assertThat(host.locator("[data-party-members] > li")).hasCount(3);

        press(host, "Play");
        assertThat(silent.await("party:play").path("isPlaying").asBoolean()).isTrue();
        playInStep(host, guest);
        look(host, "party-host");
        look(guest, "party-phone");

        press(host, "Pause");
        standInStep(host, guest);
      }
      press(host, "On 10 seconds");
      standInStep(host, guest);
      press(host, "Play");
      playInStep(host, guest);
      press(host, "On 10 seconds");
      playInStep(host, guest);

      writes(guest, host);
      guestComesBack(servers, host, guest);
      hostLeaves(host, guest);
      assertThat(hostsComplaints).as("errors in the host's console").isEmpty();
      assertThat(guestsComplaints).as("errors in the guest's console").isEmpty();
    }
  }

  private static void joins(Page page, ServerProcess server, String room, String name) {
    signsIn(page, server, "guest@example.org", "/tv/party/" + room);
    page.getByLabel("Your name in the party").fill(name);
    press(page, "Join");
    assertThat(page.locator("[data-party-heading]")).hasText("A film");
  }

  /** Where a picture is, and when that was read. */
  private record Shown(double at, double position, boolean isPlaying) {
    static Shown by(Page page) {
      Map<?, ?> read =
          (Map<?, ?>)
              page.evaluate(
                  "() => { const video = document.querySelector('[data-party-screen] video');"
                      + " return { at: performance.timeOrigin + performance.now(),"
                      + " position: video.currentTime + 0.0000001,"
                      + " isPlaying: !video.paused && !video.seeking && video.readyState > 2 };"
                      + " }");
      return new Shown(
          ((Number) read.get("at")).doubleValue() / 1000,
          ((Number) read.get("position")).doubleValue(),
          Boolean.TRUE.equals(read.get("isPlaying")));
    }
  }

  /** Returns how far one is ahead of the other, were both read in the same moment. */
  private static double apart(Shown one, Shown other) {
    double between = one.isPlaying() ? one.at() - other.at() : 0;
    return one.position() - between - other.position();
  }

  /** Waits until both play in step, and looks whether they go on so. */
  private static void playInStep(Page one, Page other) {
    Instant end = Instant.now().plus(PATIENCE);
    int inStep = 0;
    double apart = Double.NaN;
    while (inStep < 4) {
      assertThat(Instant.now()).as("in step, and not %s s apart", apart).isBefore(end);
      Shown here = Shown.by(one);
      Shown there = Shown.by(other);
      apart = apart(here, there);
      boolean isInStep = here.isPlaying() && there.isPlaying() && Math.abs(apart) < MOST_APART;
      inStep = isInStep ? inStep + 1 : 0;
      advances(one, here.position());
    }
    System.out.printf("watch party: playing, %.0f ms apart%n", apart * 1000);
  }

  private static void advances(Page page, double from) {
    page.waitForFunction(
        "from => Math.abs(document.querySelector('[data-party-screen] video').currentTime - from)"
            + " > 0.5",
        from);
  }

  /** Waits until both stand at the same place. */
  private static void standInStep(Page one, Page other) {
    one.waitForFunction("() => document.querySelector('[data-party-screen] video').paused");
    other.waitForFunction("() => document.querySelector('[data-party-screen] video').paused");
    Instant end = Instant.now().plus(PATIENCE);
    double apart;
    do {
      other.waitForFunction("() => !document.querySelector('[data-party-screen] video').seeking");
      apart = apart(Shown.by(one), Shown.by(other));
      assertThat(Instant.now()).as("standing, and not %s s apart", apart).isBefore(end);
    } while (Math.abs(apart) >= MOST_APART);
    System.out.printf("watch party: standing, %.0f ms apart%n", apart * 1000);
  }

  private static void writes(Page guest, Page host) {
    guest.getByLabel("Your message").fill("Great scene!");
    guest.getByLabel("Your message").press("Enter");
    assertThat(host.locator("[data-party-lines]")).containsText("Great scene!");
  }

  /** The guest's server dies and comes again; their page finds its way back by itself. */
  private static void guestComesBack(TwoServers servers, Page host, Page guest) throws Exception {
    servers.killOne();
    assertThat(host.locator("[data-party-members] [data-if=isAway]:visible")).hasCount(1);
    assertThat(guest.locator("[data-party-connection]"))
        .hasText("The connection is lost. Trying again…");
    servers.startOneAgain();
    assertThat(guest.locator("[data-party-connection]")).hasText("Connected");
    assertThat(guest.locator("[data-party-lines]")).containsText("Great scene!");
    playInStep(host, guest);
  }

  private static void hostLeaves(Page host, Page guest) throws Exception {
    press(host, "Leave");
    assertThat(host.getByLabel("Your name in the party")).isVisible();
    assertThat(guest.locator("[data-party-controls]")).isVisible();
    press(guest, "Pause");
    guest.waitForFunction("() => document.querySelector('[data-party-screen] video').paused");
    guest.navigate(guest.url().replaceAll("\\?.*", "") + "?lang=ar");
    assertThat(guest.locator("html")).hasAttribute("dir", "rtl");
    assertThat(guest.locator("[data-party-heading]")).hasText("A film");
    look(guest, "party-phone-arabic");
  }

  @Test
  void whoseServerDiesComesBackThroughTheOther() throws Exception {
    try (TwoServers servers = TwoServers.start(folder)) {
      String host = signsUp(servers.one(), "host@example.org");
      String guest = signsUp(servers.two(), "guest@example.org");
      try (PartyMember there = PartyMember.connects(servers.two(), guest);
          PartyMember here = PartyMember.connects(servers.one(), host)) {
        here.sends(
            "{'type':'party:create','data':{'userName':'John',"
                + "'mediaUrl':'https://films.example.org/one.m3u8','title':'One'}}");
        String room = here.await("party:create").path("roomId").asText();
        there.joins(room, "Sarah");
        here.sends("{'type':'party:play','data':{'currentTime':1800}}");
        there.await("party:play");

        servers.killOne();

        assertThat(there.await("party:user-away").path("userName").asText()).isEqualTo("John");
        try (PartyMember back = PartyMember.connects(servers.two(), host)) {
          JsonNode state = back.joins(room, "John");
          assertThat(state.path("members").findValuesAsText("userName"))
              .containsExactly("John", "Sarah");
          assertThat(state.path("isPlaying").asBoolean()).isTrue();
          assertThat(state.path("currentTime").asDouble()).isGreaterThan(1800);
          assertThat(there.await("party:user-joined").path("userName").asText()).isEqualTo("John");
          String hostId = state.path("hostId").asText();
          assertThat(state.path("members").findValuesAsText("userId")).contains(hostId);
        }
      }
    }
  }
}
