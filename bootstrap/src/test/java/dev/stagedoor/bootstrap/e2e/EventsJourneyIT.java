package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.listen;
import static dev.stagedoor.bootstrap.e2e.Browser.look;
import static dev.stagedoor.bootstrap.e2e.Browser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an announcement to tickets that are sold, paused and sold again, in browsers. */
class EventsJourneyIT {
  private static final int DESKTOP = 1200;
  private static final int PHONE = 360;
  private static final String SHOP_PAGES = "**/sandbox/tickets/event/**";

  @TempDir Path data;

  @Test
  void anOrganiserSellsTicketsAndAnOpenPageFollowsWithoutAReload() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Ports.next());
        Browser browser = Browser.open()) {
      Page organiser = browser.visitor(DESKTOP);
      List<String> complaints = listen(organiser);
      String event = announces(organiser, server);
      comesToTheShop(organiser);

      Page visitor = browser.visitor(PHONE);
      listen(visitor, complaints);
      visitor.navigate(server.uri("/event/" + event).toString());
      stands(visitor, "setup", "Tickets are being prepared");
      look(visitor, "event-setup");
      mark(visitor);

      press(organiser, "Publish the sale");
      buysInTheFrame(visitor);
      look(visitor, "event-active");
      organiser.reload();
      assertThat(organiser.getByText("Tickets sold: 1")).isVisible();

      press(organiser, "End the sale");
      stands(visitor, "inactive", "The sale of tickets is paused");
      assertThat(visitor.locator("iframe")).hasCount(0);
      look(visitor, "event-paused");

      press(organiser, "Reopen the sale");
      assertThat(shop(visitor).getByText("Tickets sold: 1")).isVisible();
      String sale = saleOf(organiser);
      shopGoesDown(visitor, server, sale);
      shopComesBack(visitor, server, sale);
      shopIsOutOfReach(visitor, server, sale);

      looksOnOtherScreens(browser, server, event);
      assertMarked(visitor);
      assertThat(complaints).as("errors in the browsers' consoles").isEmpty();
    }
  }

  private static String announces(Page page, ServerProcess server) throws Exception {
    page.navigate(server.uri("/events/new").toString());
    page.waitForURL(Pattern.compile(".*/login.*"));
    page.getByRole(AriaRole.LINK, named("Organise events")).click();
    look(page, "event-register");
    page.getByLabel("Your name").fill("Ana Pérez");
    page.getByLabel("E-mail address").fill("ana@example.org");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill("a long password");
    press(page, "Create the account");
    page.waitForURL(Pattern.compile(".*/events/new"));
    page.getByLabel("Title").fill("Night of the prams");
    page.getByLabel("Begins").fill(Ahead.day() + "T20:00");
    page.getByLabel("Ends").fill(Ahead.day() + "T23:00");
    page.getByLabel(Pattern.compile("^Place")).fill("Plaza Mayor");
    page.getByLabel("Description").fill("Prams, at night.");
    look(page, "event-new");
    press(page, "Announce the event");
    page.waitForURL(Pattern.compile(".*/event/[0-9a-f-]+/edit.*"));
    look(page, "event-edit");
    return page.url().replaceAll(".*/event/([0-9a-f-]+)/.*", "$1");
  }

  /** The shop asks us who came and what they may, and shows what it was told. */
  private static void comesToTheShop(Page page) throws Exception {
    press(page, "Sell tickets");
    page.waitForURL(Pattern.compile(".*/sandbox/tickets/desk/.*"));
    assertThat(page.url()).doesNotContain("session_token");
    assertThat(page.getByText("You are Ana Pérez.")).isVisible();
    for (String told :
        List.of(
            "POST /api/cross-app/validate-session: let in: Ana Pérez (ana@example.org)",
            "GET /api/cross-app/user-accounts: Ana Pérez",
            "POST /api/cross-app/validate-permission: ticketing.manage is allowed")) {
      assertThat(page.getByRole(AriaRole.LISTITEM).filter(having(told))).isVisible();
    }
    assertThat(page.getByRole(AriaRole.HEADING, named("Night of the prams"))).isVisible();
    look(page, "event-shop-desk");
  }

  private static void buysInTheFrame(Page page) {
    stands(page, "active", "Open the ticket shop");
    page.locator("[data-status=active]").waitFor(attached());
    FrameLocator shop = shop(page);
    assertThat(shop.getByText("Tickets sold: 0")).isVisible();
    Locator frame = page.locator("iframe");
    assertThat(frame).hasAttribute("data-answered", "true");
    shop.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Get a ticket"))
        .click();
    assertThat(shop.getByText("Tickets sold: 1")).isVisible();
  }

  /** What the shop told last stands, with a note that it cannot be asked. */
  private static void shopGoesDown(Page page, ServerProcess server, String sale) throws Exception {
    turnShop(server, true);
    turn(server, sale, "ENDED");
    stands(page, "inactive", "The sale of tickets is paused");
    turn(server, sale, "LIVE");
    assertThat(page.locator("iframe")).isVisible();
    assertThat(page.getByText("What stands here is the last we know.")).isVisible();
    assertThat(shop(page).getByText("The ticket shop is down")).isVisible();
    look(page, "event-shop-down");
  }

  private static void shopComesBack(Page page, ServerProcess server, String sale) throws Exception {
    turnShop(server, false);
    turn(server, sale, "ENDED");
    stands(page, "inactive", "The sale of tickets is paused");
    assertThat(page.getByText("What stands here is the last we know.")).hasCount(0);
  }

  /** The visitor's own way to the shop is cut, and opens again. */
  private static void shopIsOutOfReach(Page page, ServerProcess server, String sale)
      throws Exception {
    page.route(SHOP_PAGES, Route::abort);
    turn(server, sale, "LIVE");
    Locator lost = page.getByRole(AriaRole.ALERT).filter(having("The ticket shop does not answer"));
    assertThat(lost).isVisible();
    assertThat(page.locator("iframe")).isHidden();
    assertThat(page.getByRole(AriaRole.LINK, named("Open the ticket shop")))
        .hasAttribute("href", Pattern.compile(".*/sandbox/tickets/event/" + sale));
    look(page, "event-frame-lost");

    page.unroute(SHOP_PAGES);
    press(page, "Try again");
    assertThat(shop(page).getByText("Tickets sold: 1")).isVisible();
    assertThat(lost).isHidden();
  }

  private static void turnShop(ServerProcess server, boolean down) throws Exception {
    server.api().post("/sandbox/ticketing/shop", "{\"down\": " + down + "}").mustBe(200);
  }

  private static void turn(ServerProcess server, String sale, String status) throws Exception {
    server
        .api()
        .post("/sandbox/ticketing/events/" + sale + "/status", "{\"status\": \"" + status + "\"}")
        .mustBe(200);
  }

  private static String saleOf(Page desk) {
    return desk.getByText(Pattern.compile("^Event \\d+ of this shop"))
        .textContent()
        .replaceAll("\\D*(\\d+).*", "$1");
  }

  private static FrameLocator shop(Page page) {
    return page.frameLocator("iframe");
  }

  private static void stands(Page page, String status, String says) {
    page.locator("[data-status=" + status + "]").waitFor(attached());
    assertThat(page.getByText(says).first()).isVisible();
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void mark(Page page) {
    Object unused = page.evaluate("() => { window.stagedoorMark = 'here'; }");
  }

  private static void assertMarked(Page page) {
    assertThat(page.evaluate("() => window.stagedoorMark"))
        .as("the page as it was")
        .isEqualTo("here");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  /** Looks at what visitors see as others see it: on the other kind of screen. */
  private static void looksOnOtherScreens(Browser browser, ServerProcess server, String event)
      throws Exception {
    Page wide = browser.visitor(DESKTOP);
    wide.navigate(server.uri("/event/" + event).toString());
    assertThat(shop(wide).getByText("Tickets sold: 1")).isVisible();
    look(wide, "event-active-desktop");
    wide.navigate(server.uri("/event/" + event + "/widget").toString());
    assertThat(shop(wide).getByText("Tickets sold: 1")).isVisible();
    look(wide, "event-widget-desktop");
    wide.navigate(server.uri("/events").toString());
    look(wide, "events-desktop");
    Page narrow = browser.visitor(PHONE);
    narrow.navigate(server.uri("/events").toString());
    look(narrow, "events");
  }
}
