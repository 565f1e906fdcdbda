package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.listen;
import static dev.stagedoor.bootstrap.e2e.Browser.look;
import static dev.stagedoor.bootstrap.e2e.Browser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family watches television, a reseller serves a client, an admin looks after both. */
class TvJourneyIT {
  private static final int DESKTOP = 1200;
  private static final int PHONE = 360;
  private static final String PASSWORD = "stagedoor demo";

  @TempDir Path data;

  @Test
  void aFamilyWatchesAndAResellerServes() throws Exception {
    try (ServerProcess server =
            ServerProcess.start(
                data,
                Ports.next(),
                "--demo",
                "--stagedoor.admin.email=admin@example.org",
                "--stagedoor.admin.password=" + PASSWORD);
        Browser browser = Browser.open()) {
      Page john = browser.visitor(DESKTOP);
      List<String> complaints = listen(john);
      signsIn(john, server, "viewer@demo.example", "/tv");
      looksAtPlaylists(john, server);
      kidsStayWhereTheyAre(john, server);
      watches(john, server);

      Page phone = browser.visitor(PHONE);
      listen(phone, complaints);
      signsIn(phone, server, "viewer@demo.example", "/tv");
      comesBack(phone);

      Page alex = browser.visitor(DESKTOP);
      listen(alex, complaints);
      signsIn(alex, server, "reseller@demo.example", "/reseller");
      servesAClient(alex);

      Page admin = browser.visitor(DESKTOP);
      listen(admin, complaints);
      signsIn(admin, server, "admin@example.org", "/admin/tv");
      looksAfterThem(admin, server);
      assertThat(complaints).as("errors in the browser's console").isEmpty();
    }
  }

  /** The list is renewed by itself until the channels are there. */
  private static void looksAtPlaylists(Page page, ServerProcess server) throws Exception {
    assertThat(page.getByText("You are in your trial.")).isVisible();
    look(page, "tv-choose");
    page.navigate(server.uri("/tv/playlists").toString());
    assertThat(page.getByText("Ready", new Page.GetByTextOptions().setExact(true))).isVisible();
    look(page, "tv-playlists");
    page.getByRole(AriaRole.BUTTON, named(Pattern.compile("^Fetch again"))).press("Enter");
    page.waitForURL(Pattern.compile(".*tv_playlist_fetching"));
    assertThat(page.getByText("Ready", new Page.GetByTextOptions().setExact(true))).isVisible();
    page.getByRole(AriaRole.LINK, named(Pattern.compile("^Credentials"))).click();
    assertThat(page.getByText("Enter these into a player")).isVisible();
    look(page, "tv-credentials");
  }

  private static void kidsStayWhereTheyAre(Page page, ServerProcess server) throws Exception {
    page.navigate(server.uri("/tv").toString());
    page.getByRole(AriaRole.LINK, named("Kids")).first().press("Enter");
    page.getByLabel("PIN").fill("0000");
    page.getByLabel("PIN").press("Enter");
    assertThat(page.getByText("Invalid PIN")).isVisible();
    look(page, "tv-pin");
    page.getByLabel("PIN").fill("1234");
    page.getByLabel("PIN").press("Enter");
    page.waitForURL(Pattern.compile(".*/tv/watch"));
    page.navigate(server.uri("/tv/account").toString());
    assertThat(page.getByText("Nothing can be changed from a kids’ profile.")).isVisible();
    look(page, "tv-kids");
    page.navigate(server.uri("/tv").toString());
    page.getByRole(AriaRole.BUTTON, named("John")).click();
    assertThat(page.getByText("To leave the profile Kids, enter its PIN.")).isVisible();
    page.getByLabel("PIN").fill("1234");
    page.getByLabel("PIN").press("Enter");
    page.waitForURL(Pattern.compile(".*/tv/watch"));
  }

  private static void watches(Page page, ServerProcess server) throws Exception {
    Locator channels = page.locator(".channels a");
    assertThat(channels.first()).isVisible();
    look(page, "tv-watch");
    String name = channels.first().locator(".channel-name").textContent();
    page.getByLabel("Search by name").fill(name);
    page.getByLabel("Search by name").press("Enter");
    page.waitForURL(Pattern.compile(".*search=.*"));
    channels.first().click();
    page.waitForURL(Pattern.compile(".*play=.*"));
    plays(page);

    page.getByRole(AriaRole.BUTTON, named("Keep as a favourite")).press("Enter");
    assertThat(page.getByRole(AriaRole.BUTTON, named("Forget this favourite"))).isVisible();
    assertThat(page.locator("[data-refresh=favorites] a")).hasText(name);
    advances(page);
    pauses(page);
    look(page, "tv-playing");
  }

  /** What one kept and watched is there on the phone, too. */
  private static void comesBack(Page page) throws Exception {
    page.getByRole(AriaRole.BUTTON, named("John")).click();
    page.waitForURL(Pattern.compile(".*/tv/watch"));
    assertThat(page.getByRole(AriaRole.HEADING, named("Continue watching"))).isVisible();
    assertThat(page.locator("[data-refresh=favorites] a")).hasCount(1);
    assertThat(top(page.locator("[data-refresh=favorites]")))
        .as("favourites come before the channels, which are many screens long")
        .isLessThan(top(page.locator("#channels")));
    look(page, "tv-phone");
    page.locator("[aria-labelledby=recent] a").first().click();
    page.waitForURL(Pattern.compile(".*play=.*"));
    plays(page);
    pauses(page);
    look(page, "tv-phone-playing");
  }

  private static double top(Locator part) {
    return part.boundingBox().y;
  }

  private static void plays(Page page) {
    page.locator("[data-player-button]:visible").click();
    page.waitForFunction("() => document.querySelector('video').currentTime > 0.3");
    advances(page);
  }

  /** Where one stopped is told at once; and pictures are taken of what stands still. */
  private static void pauses(Page page) {
    page.waitForResponse(
        answer -> answer.url().endsWith("/tv/watch/progress") && answer.status() == 204,
        () -> page.evaluate("() => document.querySelector('video').pause()"));
  }

  private static void advances(Page page) {
    Object before = page.evaluate("() => document.querySelector('video').currentTime");
    page.waitForFunction(
        "before => document.querySelector('video').currentTime > before + 0.5", before);
  }

  private static void servesAClient(Page page) throws Exception {
    assertThat(page.getByText("10,000").first()).isVisible();
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Local Customer");
    page.getByLabel("E-mail address").fill("customer1@example.org");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("tempPass123");
    look(page, "tv-reseller");
    page.getByRole(AriaRole.BUTTON, named("Make the client")).click();
    page.waitForURL(Pattern.compile(".*/reseller/clients/.*"));
    assertThat(page.getByText("The client has an account and a first month.")).isVisible();
    page.getByRole(AriaRole.BUTTON, named("Renew")).press("Enter");
    assertThat(page.getByText("Another month is paid.")).isVisible();
    page.getByRole(AriaRole.BUTTON, named("Suspend")).click();
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).first().click();
    assertThat(page.getByText("The client is suspended.")).isVisible();
    look(page, "tv-client");
    page.navigate(page.url().replaceAll("/reseller/.*", "/reseller/transactions"));
    assertThat(page.getByText("Client renewed")).isVisible();
    look(page, "tv-transactions");
  }

  private static void looksAfterThem(Page page, ServerProcess server) throws Exception {
    assertThat(page.getByText("Active subscriptions")).isVisible();
    look(page, "tv-admin");
    page.navigate(server.uri("/admin/users?search=reseller@demo").toString());
    page.getByRole(AriaRole.LINK, named("Alex Reed")).click();
    page.getByRole(AriaRole.TEXTBOX, named("Credits")).fill("500");
    page.getByLabel("What for").fill("Compensation");
    page.getByRole(AriaRole.BUTTON, named("Add").setExact(true)).click();
    assertThat(page.getByText("The credits are added.")).isVisible();
    look(page, "tv-user");
    page.navigate(server.uri("/admin/audit").toString());
    assertThat(page.getByText("Credits added").first()).isVisible();
    look(page, "tv-audit");
    page.navigate(server.uri("/admin/plans?lang=ar").toString());
    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    look(page, "tv-plans-arabic");
  }

  private static void signsIn(Page page, ServerProcess server, String email, String next) {
    page.navigate(server.uri("/login?next=" + next).toString());
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL(Pattern.compile(".*" + next));
  }
}
